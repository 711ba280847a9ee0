import type { Env } from "../../core/env";
import type { AgentShot } from "../../core/network-run";
import { inputsOf } from "../../core/observation";
import type { Transition } from "../../core/replay-memory";
import type { Rng } from "../../core/rng";
import { emptyPath, extendPath, pathRows, replaceLast, restartPath, type Path } from "./path";

/** One environment with its episode. Plain data. */
interface Agent extends AgentShot {
  /** Steps of this episode. */
  readonly length: number;
}

/** All environments in the midst of their episodes. Plain data. */
export interface AgentsMemory {
  readonly agents: readonly Agent[];
  readonly path: Path;
}

/** The environments the agent acts in, all of one kind, one after the other. */
export class Agents {
  private readonly inputs: number;

  private constructor(
    private readonly context: { readonly env: Env },
    private agents: Agent[],
    private readonly path: Path,
  ) {
    this.inputs = path.inputs;
  }

  /** `count` environments at their starts. */
  static begin(context: { readonly env: Env }, count: number, world: Rng): Agents {
    const inputs = inputsOf(context.env);
    const agents = Array.from({ length: count }, () => newEpisode(context.env.reset(world), 0));
    const begun = new Agents(context, agents, emptyPath(inputs));
    restartPath(begun.path, begun.observe(0));
    return begun;
  }

  static goOn(context: { readonly env: Env }, { agents, path }: AgentsMemory): Agents {
    return new Agents(context, [...agents], path);
  }

  get count(): number {
    return this.agents.length;
  }

  get shots(): readonly AgentShot[] {
    return this.agents;
  }

  /** Where environment `i` stands. */
  observe(i: number): Float32Array {
    return this.observationOf(this.agents[i].state);
  }

  /** Begins a new episode wherever one has ended; says whether there was one. */
  restart(world: Rng): boolean {
    const ended = this.agents.map((agent) => agent.ended !== null);
    for (const [i, agent] of this.agents.entries()) {
      if (!ended[i]) continue;
      this.agents[i] = newEpisode(this.context.env.reset(world), agent.episode + 1);
      if (i === 0) restartPath(this.path, this.observe(0));
    }
    return ended.includes(true);
  }

  /** Takes `action` in environment `i`. */
  step(i: number, action: number, world: Rng): Transition {
    const { env } = this.context;
    const agent = this.agents[i];
    const observation = this.observe(i);
    const { state, reward, terminated, truncated } = env.step(agent.state, action, world);
    const nextObservation = this.observationOf(state);
    this.agents[i] = {
      state,
      action,
      ended: terminated ? "terminated" : truncated ? "truncated" : null,
      episode: agent.episode,
      return: agent.return + reward,
      length: agent.length + 1,
    };
    if (i === 0) extendPath(this.path, nextObservation);
    return { observation, action, reward, nextObservation, terminated, ended: terminated || truncated };
  }

  /** The episodes that ended in the last step. */
  get over(): readonly { readonly return: number; readonly length: number }[] {
    return this.agents.filter(({ ended }) => ended !== null);
  }

  /** Steps of the longest episode that is under way. */
  get longest(): number {
    return this.agents.reduce((longest, { length }) => Math.max(longest, length), 0);
  }

  push(strength: number): void {
    const { env } = this.context;
    this.agents = this.agents.map((agent) =>
      agent.ended === null ? { ...agent, state: env.nudge?.(agent.state, strength) ?? agent.state } : agent,
    );
    replaceLast(this.path, this.observe(0));
  }

  /** The first environment's observations in this episode, row after row: a copy. */
  trail(): Float32Array {
    return pathRows(this.path);
  }

  save(): AgentsMemory {
    return { agents: [...this.agents], path: { ...this.path, rows: this.path.rows.slice() } };
  }

  private observationOf(state: unknown): Float32Array {
    const observation = new Float32Array(this.inputs);
    this.context.env.observe(state, observation);
    return observation;
  }
}

function newEpisode(state: unknown, episode: number): Agent {
  return { state, action: null, ended: null, episode, return: 0, length: 0 };
}
