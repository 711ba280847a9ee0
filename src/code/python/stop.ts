import type { Scenario, Stop } from "../../core/scenario";

/** When a script ends where its scenario does not say so. */
const ENOUGH = { sweeps: 10_000, episodes: 1000, steps: 50_000, updates: 2000 };

/** The limits of a script, by name: those of the scenario, in the units that the script counts in. */
type Limits = Readonly<Record<string, number | boolean>>;

export type Limiter = (scenario: Scenario) => Limits;

const stopOf = ({ stop }: Scenario): Stop => stop ?? {};
const hasCount = ({ ticks, episodes, solved }: Stop): boolean =>
  ticks !== undefined || episodes !== undefined || solved === true;

/** Planning goes on until it has converged. */
export const ofPlanning: Limiter = (scenario) => ({ most_sweeps: stopOf(scenario).sweeps ?? ENOUGH.sweeps });

/** A tick of a learner with a table is a step. */
export const ofTables: Limiter = (scenario) => {
  const { episodes, ticks } = stopOf(scenario);
  const many = ticks === undefined ? ENOUGH.episodes : ticks;
  return { most_episodes: episodes ?? many, most_steps: ticks ?? Infinity };
};

/** A tick of DQN is a step of every environment. */
export const ofDqn: Limiter = (scenario) => {
  const stop = stopOf(scenario);
  const steps = stop.ticks === undefined ? Infinity : stop.ticks * Number(scenario.algo.params.environments);
  return {
    most_steps: hasCount(stop) ? steps : ENOUGH.steps,
    most_episodes: stop.episodes ?? Infinity,
    stop_when_solved: stop.solved === true,
  };
};

/** A tick of a policy gradient is a step of every trajectory that goes on. */
export const ofPolicyGradients: Limiter = (scenario) => {
  const stop = stopOf(scenario);
  return {
    most_episodes: hasCount(stop) ? (stop.episodes ?? Infinity) : ENOUGH.episodes,
    most_ticks: stop.ticks ?? Infinity,
    stop_when_solved: stop.solved === true,
  };
};

/** A tick is one glimpse of a batch, or, seen whole, one update. */
export const ofImages: Limiter = (scenario) => {
  const { ticks, episodes, solved } = stopOf(scenario);
  const { glimpses } = scenario.env.params as { glimpses: number };
  const { batchSize } = scenario.algo.params as { batchSize: number };
  const ticksOfUpdate = scenario.algo.id === "ram" ? glimpses : 1;
  const counts = [
    ...(ticks === undefined ? [] : [ticks / ticksOfUpdate]),
    ...(episodes === undefined ? [] : [episodes / batchSize]),
  ];
  const most = counts.length > 0 || solved ? Math.min(...counts, 1_000_000) : ENOUGH.updates;
  return { most_updates: Math.floor(most), stop_when_solved: solved === true };
};
