import { chapters } from "../src/lessons";
import { lesson as bellman } from "../src/lessons/05-bellman/lesson";
import type { Scenario } from "../src/core/scenario";
import { runToEnd } from "../src/headless/run";
import type { Challenge as ChallengeData } from "../src/lessons/challenge";
import { encodeClaim } from "../src/lessons/claim";
import { judgedOf, startOf, withSetting } from "../src/lessons/answer";
import { judgeImpossible, judgeSetting } from "../src/lessons/judging";
import type { Lesson } from "../src/lessons/lesson";
import { encodeLink } from "../src/scenario/link";
import { axeInThemes } from "./support/axe";
import { Challenge } from "./support/challenge";
import { expect, test } from "./support/fixtures";

for (const chapter of chapters) {
  test(`the challenges of chapter ${chapter.number} stand at its end, and begin`, async ({ page }) => {
    test.slow();
    const { challenges } = await chapter.load();
    const lecture = new Challenge(page);
    for (const { title } of challenges) {
      await lecture.begin(chapter.id, title);
      await expect(lecture.chapter.getByRole("button", { name: "Check", exact: true })).toBeEnabled();
      await expect(lecture.parameters).toBeVisible();
    }
  });
}

for (const chapter of chapters) {
  test(`what Node measures of the challenges of chapter ${chapter.number} is verified by the page @long`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    const lesson = await chapter.load();
    const lecture = new Challenge(page);
    for (const challenge of lesson.challenges) {
      await lecture.openLink(`./${await handedIn(lesson, challenge)}`, 120_000);
      await expect(lecture.heading).toHaveText(challenge.title);
      await expect(lecture.says).toContainText("Verified.");
    }
  });
}

/** The query and the fragment with which the known solution of a challenge is handed in, measured without a page. */
async function handedIn(lesson: Lesson, challenge: ChallengeData): Promise<string> {
  const { solution, seeds } = challenge;
  const run = async (scenario: Scenario) => (await runToEnd(scenario, { forced: "wasm" })).frame;
  const answer = solution === "impossible" ? solution : "setting";
  const scenario = solution === "impossible" ? startOf(challenge) : withSetting(challenge, solution);
  const { values } =
    solution === "impossible"
      ? await judgeImpossible(challenge, run)
      : await judgeSetting(challenge, scenario, run);
  const link = encodeLink(judgedOf(challenge, scenario));
  if (!link.ok) throw new Error(link.error);
  const place = { lesson: lesson.id, challenge: challenge.id, fragment: link.value.slice(1) };
  const claim = encodeClaim({ answer, seeds, values }, place);
  return `?lesson=${lesson.id}&challenge=${challenge.id}&claim=${claim}${link.value}`;
}

test("the bridge is solved by keyboard, handed in, and verified where the link is opened", async ({
  page,
  openContext,
}) => {
  test.slow();
  const student = new Challenge(page);
  await student.begin("bellman", "Cross the bridge");
  const fingerprint = await student.rests();
  const button = (name: string) => student.chapter.getByRole("button", { name, exact: true });

  // As it begins it does not pass; the lab's own run is left alone.
  await button("Check").press("Enter");
  await expect(student.says).toContainText("Not passed.");
  await expect(student.says).toContainText("to the exit that pays 1, in 1 move.");
  expect(await student.fingerprint()).toBe(fingerprint);

  // One of two may be changed, and nothing else.
  await student.set("Noise", 0);
  await student.set("Discount", 0.99);
  await button("Check").press("Enter");
  await expect(student.says).toContainText("Only 1 of “Discount” and “Noise” may be changed");
  await student.set("Discount", 0.9);
  await student.set("Step reward", 1);
  await button("Check").press("Enter");
  await expect(student.says).toContainText("Not as at the start: “Step reward”");
  await student.set("Step reward", 0);
  await button("Check").press("Enter");
  await expect(student.says).toContainText("Passed.");
  await expect(student.says).toContainText("to the exit that pays 10, in 5 moves.");
  expect(await axeInThemes(page)).toEqual([]);

  const link = await student.handInLink();
  await button("Copy hand-in link").press("Enter");
  await expect(student.chapter.getByText(/^(Copied\.|Select the link and copy it)/)).toBeVisible();

  // What is said is of the setting that was checked.
  const earlier = student.says.getByText("of an earlier setting");
  await student.set("Noise", 0.1);
  await expect(earlier).toBeVisible();
  await student.set("Noise", 0);
  await expect(earlier).toHaveCount(0);

  // A reload comes back to the challenge, with the setting as it was.
  await page.reload();
  await expect(student.heading).toHaveText("Cross the bridge");
  await student.rests();
  await button("Check").click();
  await expect(student.says).toContainText("Passed.");
  await student.button("Lecture").first().click();
  await expect(student.dialog).toContainText("challenges passed: 1");
  await student.close();

  const teacher = new Challenge(await (await openContext()).newPage());
  await teacher.openLink(link);
  await expect(teacher.heading).toHaveText("Cross the bridge");
  await expect(teacher.says).toContainText("Verified.");
  await expect(teacher.says).toContainText("to the exit that pays 10, in 5 moves.");
  await teacher.chapter.getByRole("button", { name: "Verify again" }).click();
  await expect(teacher.says).toContainText("Verified.");
  expect(await axeInThemes(teacher.page)).toEqual([]);
  // The setting is the student's; whoever changes it has one of their own, and the address claims nothing.
  await teacher.set("Noise", 0.2);
  expect(teacher.page.url()).toContain("challenge=bridge");
  expect(teacher.page.url()).not.toContain("claim");
  await expect.poll(() => teacher.page.url()).not.toContain("#");
});

test("a hand-in link that was tampered with is not verified", async ({ page }) => {
  test.slow();
  const lecture = new Challenge(page);
  await lecture.begin("bellman", "Cross the bridge");
  await lecture.set("Noise", 0);
  await lecture.check();
  await expect(lecture.says).toContainText("Passed.");
  const link = await lecture.handInLink();
  const [address, fragment] = link.split("#");
  const tampered = async (other: string, says: string | RegExp) => {
    expect(other).not.toBe(link);
    await lecture.openLink(other);
    await expect(lecture.says).toContainText("Not verified.");
    await expect(lecture.says).toContainText(says);
  };

  await tampered(
    link.replace("1_10_5_0", "1_10_4_0"),
    "The link claims: The best arrows from the start lead to the exit that pays 10, in 4 moves.",
  );
  await expect(lecture.says).toContainText(
    "The simulator measures: The best arrows from the start lead to the exit that pays 10, in 5 moves.",
  );
  await tampered(
    link.replace("%7E0%7E", "%7E1%7E"),
    "The link claims runs with the seeds 1; this challenge is judged with 0.",
  );
  await tampered(
    link.replace(/[0-9a-f]#/, (end) => `${end[0] === "0" ? "1" : "0"}#`),
    "its check does not fit",
  );
  await tampered(
    link.replace("claim=setting", "claim=impossible"),
    "an answer that this challenge does not take",
  );
  await tampered(`${address}#${fragment.slice(0, -9)}`, "This link is damaged");
  await tampered(address, "what follows its # is missing");

  // The scenario of another link: the start, which passes nothing.
  await lecture.begin("bellman", "Cross the bridge");
  const start = (await lecture.link()).split("#")[1];
  await tampered(
    `${address}#${start}`,
    "The simulator measures: The best arrows from the start lead to the exit that pays 1",
  );
  // One that is changed where it must not be.
  const [bridge] = bellman.challenges;
  const richer = encodeLink(withSetting(bridge, { "env.noise": 0, "env.stepReward": 1 }));
  await tampered(address + (richer.ok ? richer.value : ""), "Not as at the start: “Step reward”");
});

test("what is shared from a hand-in claims nothing of it", async ({ page }) => {
  test.slow();
  const lecture = new Challenge(page);
  const [bridge] = bellman.challenges;
  await lecture.openLink(`./${await handedIn(bellman, bridge)}`);
  await lecture.share();
  await lecture.dialog.getByRole("button", { name: "Copy link" }).click();
  await lecture.close();
  expect(page.url()).not.toContain("claim");
  await page.reload();
  await expect(lecture.heading).toHaveText(bridge.title);
  await expect(lecture.says.getByText("Not verified.")).toHaveCount(0);
});

test("a challenge that there is not is told, and the chapter opens", async ({ page }) => {
  const lecture = new Challenge(page);
  await lecture.open("?lesson=bellman&challenge=moon&claim=setting~0~1~00000000");
  await expect(lecture.messages.getByRole("alert")).toContainText("no challenge called “moon”");
  await expect(lecture.card("Cross the bridge")).toBeVisible();
  expect(page.url()).not.toContain("moon");
});

test("that no setting does it can be claimed, and is searched for", async ({ page }) => {
  test.slow();
  const lecture = new Challenge(page);
  const claim = lecture.chapter.getByRole("button", { name: "Claim that no setting does it" });
  await lecture.begin("q-learning", "Fifty episodes for a bridge");
  await claim.click();
  await expect(lecture.says).toContainText("None of the 25 settings", { timeout: 60_000 });
  await expect(lecture.says).toContainText("Passed.");
  await lecture.openLink(await lecture.handInLink());
  await expect(lecture.says).toContainText("Verified.");

  await lecture.begin("bellman", "The near exit, away from the cliff");
  await claim.click();
  await expect(lecture.says).toContainText("A setting that does it was found");
  await expect(lecture.says).toContainText("Not passed.");
});

test("networks are judged alike in the page and without it, show how far they are, and can be called off", async ({
  page,
}) => {
  test.slow();
  const lecture = new Challenge(page);
  await lecture.begin("policy-gradient", "One trajectory, all the same");
  // Pressed as soon as it is there: eight runs take a second, and then it is gone.
  const saidMeanwhile = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const watch = new MutationObserver(() => {
          const cancel = [...document.querySelectorAll("button")].find(
            (button) => button.textContent === "Cancel",
          );
          if (!cancel) return;
          watch.disconnect();
          resolve(document.body.textContent);
          cancel.click();
        });
        watch.observe(document.body, { childList: true, subtree: true });
      }),
  );
  await lecture.check();
  expect(await saidMeanwhile).toMatch(/Checking: run \d of 8/);
  await expect(lecture.chapter.getByRole("progressbar")).toHaveCount(0);
  await expect(lecture.chapter.getByText(/of 8 seeds passed/)).toHaveCount(0);
  await lecture.check();
  // What Node measures too (src/lessons/challenges.test.ts).
  await expect(lecture.says).toContainText("7 of 8 seeds passed the test", { timeout: 60_000 });
});
