import type { TabularView } from "../../src/core/algo";
import { defaultsOf } from "../../src/core/params";
import { gridWorld } from "../../src/envs/grid-world/env";
import { GRID_LAYERS } from "../../src/envs/grid-world/figure/layers";
import { createGridFigure } from "../../src/envs/grid-world/view";
import "../../src/ui/theme.css";
import "./page.css";

/** What drawing costs the page's main thread, ms a picture: our own code, and with the browser's layout and painting. */
export interface DrawTimes {
  update: number[];
  frame: number[];
}

/** Draws an n × n map with all layers; between two pictures every number changes, or one entry and the agent. */
async function measure(n: number, changing: "all" | "one", pictures: number): Promise<DrawTimes> {
  const host = document.querySelector<HTMLElement>("#host");
  if (!host) throw new Error("There is no #host.");
  const rows = Array.from({ length: n }, (_, row) =>
    Array.from({ length: n }, (_, column) =>
      row + column === 0 ? "S" : row + column === 2 * n - 2 ? "T" : ".",
    ).join(""),
  );
  const params = {
    ...defaultsOf(gridWorld.params),
    rows,
    cells: { [`${n - 1},0`]: { reward: -10 } },
    wind: rows.map((_, column) => Number(column === 1)),
  };
  const none = () => {};
  const figure = createGridFigure(host, { onPointer: none, onApply: none, onActive: none });
  const layers = new Set(GRID_LAYERS.map(({ id }) => id));
  const view = emptyView(n * n);
  const times: DrawTimes = { update: [], frame: [] };
  for (let i = 0; i < pictures; i++) {
    await animationFrame();
    change(view, i, changing);
    const begun = performance.now();
    figure.update({ params, view: { ...view }, layers, selected: null, lit: [] });
    const updated = performance.now();
    // A message sent within an animation frame arrives once style, layout and painting of that frame are done.
    await message();
    times.update.push(updated - begun);
    times.frame.push(performance.now() - begun);
  }
  figure.destroy();
  return times;
}

function emptyView(nCells: number): Required<Omit<TabularView, "priorities" | "learnedModel">> {
  return {
    Q: new Float64Array(4 * nCells),
    V: new Float64Array(nCells),
    policy: new Float64Array(4 * nCells).fill(0.25),
    visits: new Float64Array(4 * nCells),
    traces: new Float64Array(4 * nCells),
    agent: 0,
    trail: [],
  };
}

function change(view: ReturnType<typeof emptyView>, i: number, changing: "all" | "one"): void {
  const { Q, V, policy, visits, traces } = view;
  const pairs = changing === "all" ? Q.map((_, pair) => pair) : [(i * 7) % Q.length];
  for (const pair of pairs) {
    const s = pair >> 2;
    Q[pair] = -20 * Math.abs(Math.sin(pair + i));
    V[s] = Math.max(...Q.subarray(4 * s, 4 * s + 4));
    traces[pair] = ((pair + i) % 10) / 10;
    visits[pair] += (pair + i) % 3;
    if (pair % 4 === 0 || changing === "one") policy.fill(0, 4 * s, 4 * s + 4)[4 * s + ((i + s) % 4)] = 1;
  }
  view.agent = i % V.length;
  view.trail = Array.from({ length: Math.min(i, 30) }, (_, k) => (view.agent + V.length - 30 + k) % V.length);
}

const animationFrame = () => new Promise((resolve) => void requestAnimationFrame(resolve));

function message(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

Object.assign(globalThis, { measure });
