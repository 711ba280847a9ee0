import { isBefore, isSame, type Change, type Position, type Scenario } from "../core/scenario";

type Params = Record<string, unknown>;
type Settings = { env: Params; algo: Params };

/** The parameters of a run that changed while it went on: a record of when, and which of it is in force. */
export class LiveChanges {
  /** In order of position; a new list whenever it differs, so that identity tells. */
  list: Change[];
  /** How many of them are in force. */
  era = 0;
  private readonly initial: Settings;

  constructor({ env, algo, changes = [] }: Scenario) {
    this.initial = { env: env.params, algo: algo.params };
    this.list = structuredClone(changes);
  }

  /** The next one to come, if there is any. */
  get next(): Change | undefined {
    return this.list[this.era];
  }

  /** The parameters that the first `era` changes leave in force. */
  settings(era: number): Settings {
    const past = this.list.slice(0, era);
    return {
      env: past.findLast((change) => change.env)?.env ?? this.initial.env,
      algo: past.findLast((change) => change.algo)?.algo ?? this.initial.algo,
    };
  }

  /**
   * Notes a change at `at` and forgets those not in force yet; of no effect but that where it changes nothing, since
   * a link would not hold it. True where it became one with another at the same position, as `merge` asks.
   */
  note(at: Position, asked: Omit<Change, "at">, merge: boolean): boolean {
    this.list = this.list.slice(0, this.era);
    const last = this.list.at(-1);
    const change = difference(asked, this.settings(this.era));
    if (isNothing(change)) return false;
    // Two pushes are not one: their sum is rounded once less.
    const isMergeable = merge && change.push === undefined && last?.push === undefined;
    if (!isMergeable || !last || isBefore(last.at, at)) {
      this.list.push({ at, ...change });
      return false;
    }
    this.list.pop();
    const merged = difference({ ...last, ...change }, this.settings(this.list.length));
    if (!isNothing(merged)) this.list.push({ at, ...merged });
    return true;
  }
}

/** What of a change is not in force already. */
function difference({ env, algo, push }: Omit<Change, "at">, now: Settings): Omit<Change, "at"> {
  return {
    ...(env && !isSame(env, now.env) && { env }),
    ...(algo && !isSame(algo, now.algo) && { algo }),
    ...(push && { push }),
  };
}

function isNothing({ env, algo, push }: Omit<Change, "at">): boolean {
  return !env && !algo && push === undefined;
}
