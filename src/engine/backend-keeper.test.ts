import { expect, it } from "vitest";
import type { Backend } from "../nn/backend";
import { backendKeeper } from "./backend-keeper";
import type { BackendName, BackendReport } from "./protocol";

/** A place in which the first `failures` attempts to open a backend fail, and what happened there. */
function place(failures = 0) {
  const log: string[] = [];
  let left = failures;
  const open = (forced: BackendName | undefined): Promise<Backend> => {
    log.push(`open ${forced}`);
    if (left-- > 0) return Promise.reject(new Error("Nothing works."));
    const dispose = () => log.push("dispose");
    return Promise.resolve({ name: forced ?? "webgpu", dispose } as unknown as Backend);
  };
  const countWork = () => ({
    counts: () => ({ dispatches: 0, readBacks: 0 }),
    stop: () => void log.push("stop counting"),
  });
  const reportOf = ({ name }: Backend) => ({ name }) as BackendReport;
  const keeper = backendKeeper(() => Promise.resolve({ open, reportOf, countWork }));
  return { log, opened: async (forced?: BackendName) => (await keeper(forced)).report.name };
}

it("opens a backend once for all runs, also for two that begin together", async () => {
  const { log, opened } = place();
  expect(await Promise.all([opened(), opened()])).toEqual(["webgpu", "webgpu"]);
  expect(await opened()).toBe("webgpu");
  expect(log).toEqual(["open undefined"]);
});

it("opens the one that is asked for, after the last one is gone", async () => {
  const { log, opened } = place();
  expect(await Promise.all([opened(), opened("wasm")])).toEqual(["webgpu", "wasm"]);
  expect(await opened("wasm")).toBe("wasm");
  expect(log).toEqual(["open undefined", "stop counting", "dispose", "open wasm"]);
});

it("tries again after a failure, with the same wish or another", async () => {
  for (const wish of [undefined, "cpu"] as const) {
    const { log, opened } = place(1);
    await expect(opened()).rejects.toThrow("Nothing works.");
    expect(await opened(wish)).toBe(wish ?? "webgpu");
    expect(log).toEqual(["open undefined", `open ${wish}`]);
  }
});
