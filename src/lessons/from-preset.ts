import { presetById } from "../scenario/presets";

/** What of a preset a step of the lecture wants otherwise. */
interface Changes {
  readonly seed: number;
  /** Parameters of the environment and of the algorithm. */
  readonly env?: Readonly<Record<string, unknown>>;
  readonly algo?: Readonly<Record<string, unknown>>;
  readonly view?: object;
  readonly stop?: object;
}

/** The scenario of a preset with changes. Throws if there is no such preset: a test opens every step. */
export function fromPreset(id: string, { env, algo, ...rest }: Changes): object {
  const scenario = presetById(id)?.scenario;
  if (!scenario) throw new Error(`There is no preset called ${id}.`);
  return {
    ...scenario,
    env: { ...scenario.env, params: { ...scenario.env.params, ...env } },
    algo: { ...scenario.algo, params: { ...scenario.algo.params, ...algo } },
    ...rest,
  };
}
