import { expect, it } from "vitest";
import { NO_SCORES, resultText, scoreIn, trainingText, useScores, withScore } from "./scores";

const try1 = { steps: 61, seconds: 1.22, slow: false };

it("keeps the best in real time and in slow motion apart", () => {
  const first = withScore(NO_SCORES, try1);
  const second = withScore(first, { steps: 200, seconds: 4, slow: true });
  const third = withScore(second, { steps: 30, seconds: 0.6, slow: false });
  expect(third).toMatchObject({ best: 61, bestSlow: 200 });
  expect(resultText(first, 487.4)).toBe(
    "You balanced it for 61 steps, 1.2 s. Your best so far. The agent’s last greedy test: 487.",
  );
  expect(resultText(third, null)).toBe("You balanced it for 30 steps, 0.6 s. Your best is 61.");
  expect(resultText(second, null)).toContain("4.0 s of its time");
  expect(resultText(NO_SCORES, 1)).toBe("");
});

it("says how many episodes of training a number stands for", () => {
  expect(trainingText({ count: 1, about: false })).toBe("last episode of training");
  expect(trainingText({ count: 4, about: true })).toBe("mean of about the last 4 episodes of training");
});

it("begins anew in another world", () => {
  scoreIn({ gravity: 9.8 });
  useScores.setState(withScore(NO_SCORES, try1));
  scoreIn({ gravity: 9.8 });
  expect(useScores.getState().best).toBe(61);
  scoreIn({ gravity: 20 });
  expect(useScores.getState()).toEqual(NO_SCORES);
});
