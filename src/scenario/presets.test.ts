import { describe, expect, it } from "vitest";
import { algoSpec } from "../algos/index";
import { envSpec } from "../envs/index";
import { decodeLink, encodeLink } from "./link";
import { scenarioNotices } from "./notices";
import { presetById, presets, presetScenario } from "./presets";

describe("presets", () => {
  it("have unique ids, the lecture's grid first", () => {
    expect(presets[0].id).toBe("lecture-grid");
    expect(new Set(presets.map((preset) => preset.id)).size).toBe(presets.length);
    expect(presetById("toString")).toBeUndefined();
  });

  it.each(presets)("$id is valid, short enough to link to, and opens by name", (preset) => {
    const scenario = presetScenario(preset);
    const link = encodeLink(scenario);
    expect(link.ok && decodeLink(link.value)).toEqual({ ok: true, value: scenario });
    expect(decodeLink(`#${preset.id}`)).toEqual({ ok: true, value: scenario });
    expect(preset.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(preset.notice).toMatch(/^[A-Z].*\.$/);
  });

  it.each(presets)("$id stops in a way its algorithm can, and can reach an end", (preset) => {
    const scenario = presetScenario(preset);
    const algo = algoSpec(scenario.algo.id);
    const wanted = algo?.network
      ? /^(ticks|episodes)(,solved)?$/
      : algo?.family === "planning"
        ? /^converged$/
        : /^episodes$/;
    expect(Object.keys(preset.scenario.stop).join()).toMatch(wanted);
    expect(scenarioNotices(scenario)).toEqual([]);
  });

  it("the cave is one connected place in which the ends are 147 moves apart", () => {
    const cave = presetScenario(presets.find((preset) => preset.id === "large-cave") ?? presets[0]);
    const model = envSpec("grid-world")?.create(cave.env.params).model;
    if (!model) throw new Error("no model");
    const distance = new Int32Array(model.nStates).fill(-1);
    const start = model.initial.indexOf(1);
    distance[start] = 0;
    const queue = [start];
    let goal = -1;
    for (const s of queue) {
      for (let row = model.first[s * 4]; row < model.first[(s + 1) * 4]; row++) {
        const next = model.next[row];
        if (distance[next] >= 0) continue;
        distance[next] = distance[s] + 1;
        if (model.ends[row]) goal = next;
        else queue.push(next);
      }
    }
    expect(distance[goal]).toBe(147);
    expect(queue.length).toBe(model.decisionStates.length);
    expect(queue.length).toBe(1513);
  });
});
