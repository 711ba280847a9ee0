import { fromPreset } from "../from-preset";
import type { Lesson } from "../lesson";
import { challenges } from "./challenges";

const actorCritic = (changes: Omit<Parameters<typeof fromPreset>[1], "seed"> & { seed?: number }) =>
  fromPreset("cart-pole-actor-critic", { seed: 1, ...changes });

export const lesson: Lesson = {
  id: "actor-critic",
  number: 12,
  title: "Actor-critic",
  question: "What if a value function judges every action of the policy?",
  steps: [
    {
      title: "Two networks",
      text: [
        "The learned baseline of the last chapter is a value function. Once there is one, it deserves its own name and its own line in the algorithm: it is the [[critic]] $V_\\phi$, and the policy $\\pi_\\theta$ is the [[actor]].",
        "The actor decides. The critic decides nothing: it only says how much is to be expected from a state, and so whether what came was good or bad. Value-based and policy-based at once.",
        "Both are drawn here, with their first weights. Press Step, one step at a time: the same four numbers go into both, two probabilities come out of one and a single value out of the other. Before any learning this value means nothing.",
      ],
      slide: [
        "The *actor* $\\pi_\\theta$ decides. The *critic* $V_\\phi$ only says how much is to be expected.",
        "Value-based and policy-based at once.",
      ],
      scenario: actorCritic({ view: { figure: "network", granularity: "step" } }),
      panels: [],
      notes:
        "Ask which of the two one would need to keep in order to balance the pole tomorrow. Only the actor.",
    },
    {
      title: "The algorithm, line by line",
      text: [
        "The run stands one step before the end of its first ten trajectories. Press Step, one line at a time, and follow the lit line: act, observe, and then, as the last pole has fallen, the lines that learn.",
        "For each step of each trajectory the advantage is computed once and used twice. The actor takes it as the strength of its push. The critic takes it as its own error and makes the square of it smaller.",
        "When line 9 is done, both networks have moved, and the ten trajectories are thrown away: they came from a policy that no longer exists.",
      ],
      slide: [
        "The advantage is used twice: it is the strength of the actor’s push, and the critic’s own error.",
      ],
      equation: [
        {
          tex: "\\Delta\\theta \\mathrel{+}= A_t\\,\\nabla_\\theta\\log\\pi_\\theta(a_t\\mid s_t)",
          says: "The actor: uphill. Actions that turned out better than expected become more probable.",
        },
        { tex: "\\qquad" },
        {
          tex: "\\Delta\\phi \\mathrel{+}= \\nabla_\\phi\\lVert A_t\\rVert^2",
          says: "The critic: its squared error, to be followed downhill. A surprise means that V was wrong.",
        },
      ],
      scenario: actorCritic({ view: { figure: "trajectory", granularity: "line", at: { tick: 38 } } }),
      panels: ["code", "equation"],
      notes:
        "Read each line aloud before pressing. After line 6 ask for the sign of the first advantages: all are positive, because the fresh critic expects almost nothing.",
    },
    {
      title: "The advantage",
      text: [
        "Written with value functions, the best weight for an action is $Q^\\pi(s,a)-V^\\pi(s)$: how much better the action is than what the policy does on average. It is positive for some actions of a state and negative for others, and its mean over the actions is 0.",
        "$Q^\\pi$ is not known. But the return that followed the action is a sample of it. So the lecture’s algorithm puts $G_t$ in its place.",
        "This is a trajectory of update 8. It lasted 92 steps: more than the critic had expected at most of them, so 60 actions are pushed up; the last 32 are pushed down. Move along the steps and read the numbers in the equation.",
      ],
      slide: [
        "How much better is an action than what the policy does on average?",
        "$Q^\\pi$ is not known; the return $G_t$ is a sample of it.",
      ],
      equation: [
        { tex: "A^\\pi(s_t,a_t)", says: "The advantage of the action over the policy’s own average." },
        { tex: "=" },
        { tex: "Q^\\pi(s_t,a_t)", says: "What is to be expected after this action." },
        { tex: "-" },
        { tex: "V^\\pi(s_t)", says: "What is to be expected before the action is chosen." },
        { tex: "\\approx" },
        {
          tex: "\\sum_{t'\\ge t}\\gamma^{t'-t}r_{t'}",
          says: "The return of this one episode: a sample of Q. Right on average, and noisy.",
        },
        { tex: "-" },
        { tex: "V_\\phi(s_t)", says: "The critic: an approximation of V." },
      ],
      scenario: actorCritic({
        view: { figure: "trajectory", granularity: "update", at: { tick: 560 }, selected: { state: 70 } },
      }),
      panels: ["equation"],
      notes:
        "The lowest part shows how the update changed the probabilities. Not every action moves the way of its own push: all steps share the weights. Let them find one that does not.",
    },
    {
      title: "What does the critic believe?",
      text: [
        "Every step pays 1, an episode is cut off after 500 steps, and $\\gamma$ is 0.99. This run goes on after it is solved, until the policy keeps the pole up for all 500 steps in its tests.",
        "While it runs, the critic’s opinion of the state of the first cart stands beside the figure as $V(s)$.",
      ],
      slide: ["Every step pays 1, an episode is cut off after 500 steps, and $\\gamma = 0.99$."],
      scenario: actorCritic({
        seed: 5,
        view: { figure: "run", granularity: "update" },
        stop: { ticks: 6000 },
      }),
      panels: ["charts"],
      prediction: {
        question: "The pole is upright and will stay so. Which $V(s)$ does the critic give at the end?",
        options: [
          "About 500: so many steps it will stay up",
          "About 250: half of them, on average over the episode",
          "Between 40 and 150",
          "Less than 40",
        ],
        outcome: ({ network }) => {
          const value = network?.value ?? NaN;
          return value >= 300 ? 0 : value >= 150 ? 1 : value >= 40 ? 2 : 3;
        },
        answer: 2,
        because: [
          "The critic is fitted to *discounted* returns. Even a pole that never falls is worth no more than $1 + 0.99 + 0.99^2 + \\dots = 100$, and 500 steps are worth 99.3.",
          "The critic cannot see the clock, though: just before the cut-off it is held against much smaller returns. Averaged over an episode of 500 steps the return is about 80, so values between 80 and 100 are what one should see.",
        ],
      },
      notes:
        "A good moment to recall the discount: 0.99 looks close to 1, and yet it is a horizon of about 100 steps.",
    },
    {
      title: "One step instead of a whole episode",
      text: [
        "The return needs the end of the episode and carries all of its chance. There is another sample of $Q$: one real reward, and then the critic’s opinion of where the action led. The difference to $V_\\phi(s_t)$ is the [[TD error]].",
        "It scatters less, since only one step in it is random. But it believes the critic, and where the critic is wrong it is wrong every time: it has [[bias]].",
        "The policy here has made eight updates. Press Measure and compare the two rows with “V(s) learned so far”. In this run the noise is 2.4 with the return and 0.87 with one step; but the mean cosine to the true gradient is 0.55 with the return and 0.40 with one step. Less scatter, and a worse direction.",
      ],
      slide: [
        "The TD error: one real reward, then the critic’s opinion.",
        "Noise 0.87 in place of 2.4, but cosine 0.40 in place of 0.55: less scatter, and a worse direction.",
      ],
      equation: [
        { tex: "A_t", says: "The one-step advantage, also called the TD error." },
        { tex: "=" },
        { tex: "r_t", says: "The one reward that was really paid." },
        { tex: "+\\gamma" },
        {
          tex: "V_\\phi(s_{t+1})",
          says: "What the critic expects from the next state, in place of all later rewards.",
        },
        { tex: "-" },
        { tex: "V_\\phi(s_t)", says: "What the critic had expected one step before." },
      ],
      scenario: actorCritic({ view: { figure: "variance", granularity: "update", at: { tick: 560 } } }),
      panels: ["equation"],
      notes:
        "Have them note range and mean of the cosines: one row is wide and centred higher, the other narrow and lower. That is variance against bias.",
    },
    {
      title: "A student of a bad teacher",
      text: [
        "Now the actor learns from one-step errors alone. The critic still makes one gradient step for every batch, as in the lecture’s algorithm.",
        "Think of the beginning. Every step pays 1, and the fresh critic says about 0 everywhere. What is the TD error of a good action then, and of a bad one?",
      ],
      slide: [
        "The actor learns from one-step errors alone. A fresh critic says about 0 everywhere.",
        "The TD error of a good action, then? And of a bad one?",
      ],
      scenario: fromPreset("cart-pole-actor-critic-td", {
        seed: 1,
        algo: { criticSteps: 1 },
        view: { figure: "trajectory", granularity: "update" },
      }),
      panels: ["charts", "equation"],
      prediction: {
        question: "It may play 600 episodes. How long does the pole stay up in the last test?",
        options: ["475 steps or more: solved", "200 to 475 steps", "Less than 200 steps"],
        outcome: ({ network }) => {
          const mean = network?.test?.mean ?? 0;
          return (network?.solvedAt ?? null) !== null || mean >= 475 ? 0 : mean >= 200 ? 1 : 2;
        },
        answer: 2,
        because: [
          "At first $A_t\\approx 1$ for every action, good or bad: there is nothing to learn from that. The fall shows only in the last step of an episode, and each step of the critic carries this news back by one step of the world.",
          "With one critic step an update, 2 of the seeds 1 to 20 are solved within 600 episodes. With returns as advantages all 20 are: a return tells an action of the fall however late it comes.",
        ],
      },
      notes:
        "Make about ten updates by Step before the run: along each episode the advantages are all near 1, and only the last one, the fall, is far below 0.",
    },
    {
      title: "Teach the teacher first",
      text: [
        "Nothing forces the critic to make as many steps as the actor. Here it makes ten for every update, each with targets computed anew; all else is as before.",
        "In return there is no need to wait for the end of an episode, and an episode that was merely cut off does not count as a fall: the state in which it stopped keeps its value.",
      ],
      slide: [
        "Nothing forces the critic to make as many steps as the actor.",
        "Here it makes ten for every update.",
      ],
      scenario: fromPreset("cart-pole-actor-critic-td", {
        seed: 10,
        view: { figure: "trajectory", granularity: "update" },
      }),
      panels: ["charts", "parameters"],
      prediction: {
        question: "Ten critic steps an update in place of one. What do 600 episodes bring?",
        options: [
          "It is solved, within the first 50 episodes",
          "It is solved, after more than 50 episodes",
          "It is not solved either",
        ],
        outcome: ({ clock, network }) =>
          (network?.solvedAt ?? null) === null ? 2 : clock.episodes <= 50 ? 0 : 1,
        answer: 1,
        because: [
          "The recorded run took 208 episodes. Of the seeds 1 to 20, 19 are solved within 600, half of these by episode 240: about as fast as with returns, if more work for the critic is not counted.",
          "There is much between the two. One can take two, five or twenty real rewards before one believes the critic, or mix all of these.",
        ],
      },
      notes:
        "Close with the taxonomy: DQN has only a value function, REINFORCE only a policy, this has both. The next chapter uses it for a choice that is no action in a world of poles.",
    },
  ],
  challenges,
  exact: [
    "The lines of the pseudo-code are those of the program; stepping by lines executes them one at a time.",
    "Advantages, targets and pushes in the equation are the numbers that the update used.",
  ],
  simplified: [
    "Sums over trajectories are divided by their number, and the critic’s by the number of steps: with Adam, which both networks step by, that changes no step.",
    "The factor $\\gamma^t$ before each term of the gradient is left out, as is usual. With returns, an episode that is cut off counts as ended.",
    "One-step learning usually updates after every step of the world; here it does after every 4 trajectories, so that both kinds can be compared.",
  ],
  sources: [
    "The lecture, actor-critic.",
    "Sutton & Barto, Reinforcement Learning, 2nd edition, section 13.5; for mixtures of one step and whole returns, chapter 12.",
    "Schulman et al., “High-dimensional continuous control using generalized advantage estimation”, 2016.",
    "Seeds 1 to 20: docs/evidence.md of this program.",
  ],
};
