import { beforeEach, describe, expect, it, vi } from "vitest";
import { algoSpec } from "../../algos";

const setParams = vi.fn<(part: { algo: Record<string, unknown> }) => void>();
const reset = vi.fn<() => void>();
vi.mock("../session", () => ({ setParams, reset }));

const { useLab } = await import("../store");
const { resetWith, wayOut } = await import("./ways-out");

describe("a reset with other parameters", () => {
  beforeEach(() => {
    vi.clearAllMocks();
    useLab.setState(({ scenario }) => ({
      scenario: { ...scenario, algo: { id: "dqn", params: { learningRate: 1 } } },
    }));
  });

  it("begins anew with it", () => {
    setParams.mockImplementation(({ algo }) =>
      useLab.setState(({ scenario }) => ({
        scenario: { ...scenario, algo: { ...scenario.algo, params: algo } },
      })),
    );
    resetWith({ learningRate: 0.002 });
    expect(setParams).toHaveBeenCalledWith({ algo: { learningRate: 0.002 } });
    expect(reset).toHaveBeenCalledOnce();
  });

  it("leaves the run as it is where the change is refused", () => {
    setParams.mockImplementation(() => {});
    resetWith({ learningRate: 0.002 });
    expect(setParams).toHaveBeenCalledOnce();
    expect(reset).not.toHaveBeenCalled();
  });
});

describe("the way out of a divergence", () => {
  const defaultsOf = (id: string) =>
    Object.fromEntries(Object.entries(algoSpec(id)?.params ?? {}).map(([name, def]) => [name, def.default]));
  const defaults = defaultsOf("dqn");
  const after = (params: Record<string, unknown>, locks?: string[]) =>
    wayOut({ algo: { id: "dqn", params: { ...defaults, ...params } }, ...(locks && { locks }) });

  it("is the tuned learning rate, also at its end", () => {
    const rates = { learningRate: 0.002, learningRateEnd: 1e-4 };
    const way = { label: "Reset with learning rate 0.002", params: rates };
    expect(after({ learningRate: 1, learningRateEnd: 1 })).toEqual(way);
    expect(after({ learningRateEnd: 1 })).toEqual(way);
  });

  it("is everything tuned, where the learning rate is not to blame", () => {
    const way = after({ target: "none" });
    expect(way?.label).toBe("Reset with the well-tuned settings");
    expect(way?.params).toEqual(defaults);
    expect(after({})).toBeNull();
  });

  it("leaves shipped weights, and the units that they must fit", () => {
    const params = { ...defaultsOf("ram"), weights: "glimpse-28", coreUnits: 256, sigma: 0.5 };
    const way = wayOut({ algo: { id: "ram", params } });
    expect(way?.label).toBe("Reset with the well-tuned settings");
    expect(way?.params).toMatchObject({ sigma: 0.05, learningRate: 1e-3 });
    for (const name of ["weights", "glimpseUnits", "coreUnits", "batchSize"]) {
      expect(way?.params).not.toHaveProperty(name);
    }
    const fast = { ...params, learningRate: 0.1 };
    expect(wayOut({ algo: { id: "ram", params: fast } })).toEqual({
      label: "Reset with learning rate 0.001",
      params: { learningRate: 1e-3 },
    });
    const fresh = { ...params, weights: "fresh", glimpseUnits: 8 };
    expect(wayOut({ algo: { id: "ram", params: fresh } })?.params).toMatchObject({ glimpseUnits: 128 });
  });

  it("leaves what is locked", () => {
    expect(after({ learningRate: 1, double: false }, ["algo.learningRate"])?.params).not.toHaveProperty(
      "learningRate",
    );
    expect(after({ learningRate: 1, learningRateEnd: 1 }, ["algo.learningRateEnd"])?.params).toEqual({
      learningRate: 0.002,
    });
  });
});
