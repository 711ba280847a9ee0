import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Clock } from "../core/algo";
import type { Change, Scenario } from "../core/scenario";
import type { Command, Frame, Message, Say } from "../engine/protocol";
import { presetById, presetScenario } from "../scenario/presets";

/** Stands in for the worker: keeps what it is sent to move the run, says what the test wants. */
const sent: Command[] = [];
const workers: { onmessage: ((event: { data: Message }) => void) | null }[] = [];

vi.stubGlobal(
  "Worker",
  class {
    onmessage = null;
    onerror = null;

    constructor() {
      workers.push(this);
    }

    postMessage(command: Command): void {
      if (!["ack", "ping", "look"].includes(command.type)) sent.push(command);
    }

    terminate(): void {}
  },
);
vi.stubGlobal("requestAnimationFrame", (draw: () => void) => draw());
vi.stubGlobal("document", { hidden: false, documentElement: { dataset: {} } });

const session = await import("./session");
const { useLab } = await import("./store");
const { useMode } = await import("./mode-state");

function presetCalled(id: string): Scenario {
  const preset = presetById(id);
  if (!preset) throw new Error(`no preset ${id}`);
  return presetScenario(preset);
}

const cliff = presetCalled("cliff-walking");
const lab = () => useLab.getState();
const lastSent = () => sent[sent.length - 1];

/** The worker reports that the run stands at a tick, with these live changes made so far, all in force. */
function reportAt(tick: number, changes: Change[] | null = null, era = changes?.length ?? 0): void {
  const edits = sent.filter((command) => command.type === "change").at(-1)?.edit ?? 0;
  const frame: Partial<Frame> = {
    status: "paused",
    outcome: null,
    clock: { ticks: tick } as Clock,
    position: { tick, phase: 0 },
    horizon: tick,
    metrics: {},
    fingerprint: null,
    changes,
    era,
    edit: edits,
  };
  says({ type: "frame", frame: frame as Frame });
}

/** The worker says something about the run on screen. */
function says(news: Say): void {
  workers.at(-1)?.onmessage?.({ data: { ...news, run: sent.at(-1)?.run ?? 1 } });
}

beforeEach(() => {
  session.open(cliff, "preset");
  useLab.setState({ past: [], future: [], notices: [] });
  sent.splice(0, sent.length - 1);
});

describe("undo", () => {
  it("takes back a parameter and leaves the view", () => {
    session.setParams({ algo: { alpha: 0.2 } });
    session.setView({ layers: ["visits"], granularity: "episode" });
    session.undo();
    expect(lab().scenario.algo.params.alpha).toBe(0.5);
    expect(lab().scenario.view).toEqual({ layers: ["visits"], granularity: "episode" });
    session.redo();
    expect(lab().scenario.algo.params.alpha).toBe(0.2);
  });

  it("brings back the whole run that another one took the place of", () => {
    session.setParams({ algo: { alpha: 0.2 } });
    const at = { tick: 0, phase: 0 };
    reportAt(300, [{ at, algo: { ...cliff.algo.params, alpha: 0.2 } }]);
    session.open({ ...cliff, title: "Link" }, "link");
    session.undo();
    expect(lab().origin).toBe("own");
    expect(lab().scenario.title).toBeUndefined();
    expect(lab().scenario.algo.params.alpha).toBe(0.2);
    expect(lastSent()).toMatchObject({
      type: "load",
      at: { tick: 300, phase: 0 },
      scenario: { changes: [{ at }] },
    });
    session.redo();
    expect(lab()).toMatchObject({ origin: "link", scenario: { title: "Link" } });
  });

  it("brings back the run that was reset", () => {
    reportAt(1234);
    session.reset();
    expect(lastSent()).toMatchObject({ type: "load", at: { tick: 0, phase: 0 } });
    session.undo();
    expect(lastSent()).toMatchObject({ type: "load", at: { tick: 1234, phase: 0 } });
  });

  it("forgets a change that lies further on in the run", () => {
    session.setParams({ algo: { alpha: 0.2 } });
    const changed = { at: { tick: 500, phase: 0 }, algo: { ...cliff.algo.params, alpha: 0.2 } };
    reportAt(500, [changed]);
    reportAt(100, null, 0);
    expect(lab().scenario.algo.params.alpha).toBe(0.5);
    session.undo();
    expect(lastSent()).toMatchObject({ type: "change" });
    expect(lastSent()).not.toHaveProperty("algo");
  });

  it("brings back the later changes that an edit further back took the place of", () => {
    session.setParams({ algo: { alpha: 0.2 } });
    const later = { at: { tick: 500, phase: 0 }, algo: { ...cliff.algo.params, alpha: 0.2 } };
    reportAt(500, [later]);
    reportAt(100, null, 0);
    session.setParams({ algo: { alpha: 0.3 } });
    expect(lab().notices.at(-1)?.says).toMatch(/Undo brings it back/);
    session.undo();
    expect(lastSent()).toMatchObject({
      type: "load",
      at: { tick: 100, phase: 0 },
      scenario: { changes: [later] },
    });
  });

  it("goes back at least a hundred edits", () => {
    for (let i = 0; i < 120; i++) session.setParams({ algo: { alpha: (i % 2) * 0.1 + 0.3 } });
    for (let i = 0; i < 120; i++) session.undo();
    expect(lab().scenario.algo.params.alpha).toBe(0.5);
  });
});

describe("an edit", () => {
  it("that changes nothing is none", () => {
    session.setParams({ algo: { gamma: 1 } });
    expect(lab().past).toHaveLength(0);
    expect(lab().origin).toBe("preset");
  });

  it("is refused with a sentence where no such world can be", () => {
    const rows = ["TT", "TT"];
    session.open(
      { ...cliff, env: { ...cliff.env, params: { ...cliff.env.params, rows, cells: {}, exitAction: true } } },
      "own",
    );
    const before = lab().scenario;
    session.setParams({ env: { exitAction: false } });
    expect(lab().scenario).toBe(before);
    expect(lab().notices.at(-1)?.says).toMatch(/start/);
  });

  it("is refused where a link could not hold the run any more", () => {
    const changes = Array.from({ length: 250 }, (_, i): Change => {
      return { at: { tick: i + 1, phase: 0 }, algo: { ...cliff.algo.params, alpha: 0.1 + (i % 2) * 0.1 } };
    });
    reportAt(300, changes);
    const commands = sent.length;
    session.setParams({ algo: { alpha: 0.9 } });
    expect(sent).toHaveLength(commands);
    expect(lab().notices.at(-1)?.says).toMatch(/Reset/);
    session.setParams({ algo: { initialQ: 1 } });
    expect(lastSent()).toMatchObject({ type: "load" });
  });
});

describe("a message that the run could not be started", () => {
  const problem = (words: string) => says({ type: "problem", says: words });
  const messages = () => lab().notices.map((notice) => notice.says);

  it("goes by itself once another try has succeeded; other messages stay", () => {
    session.setParams({ env: { rows: ["##"] } }); // refused with a message
    expect(messages()).toHaveLength(1);
    problem("The digits could not be fetched.");
    expect(messages()).toHaveLength(2);
    session.reset();
    expect(messages(), "nothing has come of it yet").toContain("The digits could not be fetched.");
    reportAt(0);
    expect(messages()).toHaveLength(1);
    expect(messages()).not.toContain("The digits could not be fetched.");
  });

  it("takes the place of the one before", () => {
    problem("The digits could not be fetched.");
    session.reset();
    problem("The shipped weights could not be fetched.");
    expect(messages()).toEqual(["The shipped weights could not be fetched."]);
  });

  it("is another one than that a run cannot go on, which stays", () => {
    reportAt(5);
    problem("The simulation cannot go on.");
    reportAt(5);
    expect(messages()).toEqual(["The simulation cannot go on."]);
  });
});

it("keeps what shipped weights say of themselves", () => {
  const card = { weights: "glimpse-28", entries: { seed: "1" } };
  says({ type: "card", card });
  expect(lab().weightsCard).toEqual(card);
});

describe("what is locked", () => {
  const refused = () => lab().notices.at(-1)?.says ?? "";
  const withLocks = (...locks: string[]) => session.open({ ...cliff, locks }, "link");

  beforeEach(() => {
    useLab.setState({ locks: [] });
    useMode.setState({ mode: "lab" });
  });

  it("is not changed by whatever edits it, and a sentence says so", () => {
    withLocks("algo.alpha", "editor");
    sent.length = 0;
    session.setParams({ algo: { alpha: 0.1 } });
    expect(refused()).toMatch(/^This is locked: .*Unlock a copy/);
    session.edit((scenario) => ({
      ...scenario,
      env: { ...scenario.env, params: { ...scenario.env.params, rows: ["S..T"] } },
    }));
    expect(refused()).toMatch(/^This is locked/);
    expect(sent).toEqual([]);
    expect(lab()).toMatchObject({ origin: "link", scenario: { ...cliff, locks: ["algo.alpha", "editor"] } });
  });

  it("leaves the rest free", () => {
    withLocks("algo.alpha");
    session.setParams({ algo: { epsilon: 0.3 } });
    expect(lab().scenario.algo.params.epsilon).toBe(0.3);
    session.edit(({ locks: _locks, ...scenario }) => scenario);
    session.setParams({ algo: { alpha: 0.1 } });
    expect(lab().scenario.algo.params.alpha).toBe(0.1);
  });

  it("may be so by the page around, whatever the scenario says", () => {
    session.open(cliff, "link");
    useLab.setState({ locks: ["all"] });
    useMode.setState({ mode: "embed" });
    session.edit((scenario) => ({ ...scenario, seed: 9 }));
    expect(refused()).toMatch(/^This is locked: .*Open it in full/);
    expect(lab().scenario.seed).toBe(cliff.seed);
  });

  it("puts down the editor's tool", () => {
    session.open(cliff, "link");
    useLab.setState({ tool: "wall" });
    withLocks("editor");
    expect(lab().tool).toBeNull();
  });
});
