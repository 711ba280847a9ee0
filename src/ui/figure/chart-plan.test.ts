import { describe, expect, it } from "vitest";
import { dqn } from "../../algos/dqn/spec";
import { qLearning } from "../../algos/q-learning/spec";
import { valueIteration } from "../../algos/value-iteration/spec";
import { chartData, chartOptions, windowOf } from "./chart-plan";
import { chartsOf } from "./series";

const [residual] = chartsOf(valueIteration.metrics);
const [returns] = chartsOf(qLearning.metrics);
const numbers = (length: number) => Array.from({ length }, (_, i) => i);
const of = (mean: number[], stride = 1) => ({ stride, mean, min: mean, max: mean });

describe("what a chart shows", () => {
  it("is each sweep as it is, with the bound dashed", () => {
    expect(chartOptions(residual, 0).series.map(({ style }) => style)).toEqual(["line", "bound"]);
    const data = chartData(residual, new Map([["residual", of([4, 2, 1])]]));
    expect(data).toEqual({ residual: { x: [1, 2, 3], y: [4, 2, 1] } });
    expect(windowOf(residual, new Map())).toBe(0);
  });

  it("is each episode, and the mean of the last ones over a window that is named", () => {
    const series = new Map([[returns.id, of(numbers(40))]]);
    expect(windowOf(returns, series)).toBe(10);
    expect(chartOptions(returns, 10).series[1].label).toBe("mean of 10");
    const data = chartData(returns, series);
    expect(data[`${returns.id}-smooth`].y[39]).toBe(34.5);
    expect(data[returns.id].min).toBeUndefined();
  });

  it("is the tests of a network as they are, beside its episodes, and what is to be reached", () => {
    const [learning, , loss] = chartsOf(dqn.metrics);
    const test = learning.metrics[1].id;
    const { series, threshold } = chartOptions(learning, 10, 190);
    expect(series.map(({ style }) => style)).toEqual(["raw", "smooth", "line"]);
    expect(threshold).toEqual({ value: 190, label: "solved: 190" });
    expect(chartOptions(learning, 10).threshold).toBeUndefined();
    expect(chartOptions(loss, 10, 190).threshold).toBeUndefined();
    const data = chartData(learning, new Map([[test, of([9, 9, 40], 2)]]));
    expect(data).toEqual({ [test]: { x: [1.5, 3.5, 5.5], y: [9, 9, 40] } });
    const passed = chartData(learning, new Map([[test, of([9, 9, 40], 2)]]), 480);
    expect(passed).toEqual({ [test]: { x: [1.5, 3.5, 5.5, 7], y: [9, 9, 40, 480] } });
    expect(chartData(learning, new Map([[test, of([9, 480])]]), 480)[test].y).toEqual([9, 480]);
    expect(chartOptions(loss, 10).series[0].label).toBe("each update");
    expect(chartOptions(loss, 10).x.label).toBe("update");
  });

  it("shows the range of merged episodes", () => {
    const data = chartData(returns, new Map([[returns.id, of(numbers(40), 4)]]));
    expect(data[returns.id].min).toHaveLength(40);
    expect(data[returns.id].x[0]).toBe(2.5);
  });
});
