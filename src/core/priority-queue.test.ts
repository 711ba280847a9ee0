import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PriorityQueue } from "./priority-queue";

describe("PriorityQueue", () => {
  it("hands out the highest first, equal ones by number", () => {
    const priorities = Float64Array.of(1, 0, 3, 1, 2);
    const queue = new PriorityQueue(priorities);
    expect(queue.highest()).toBe(3);
    expect([queue.pop(), queue.pop(), queue.pop(), queue.pop()]).toEqual([2, 4, 0, 3]);
    expect(queue.highest()).toBe(0);
    expect(Array.from(priorities)).toEqual([0, 0, 0, 0, 0]);
    expect(() => queue.pop()).toThrow("empty");
  });

  it("pops like a sorted list, whatever was raised and popped before", () => {
    const operation = fc.record({ state: fc.nat(19), by: fc.nat(5), pop: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(fc.nat(5), { minLength: 20, maxLength: 20 }),
        fc.array(operation),
        (start, operations) => {
          const queue = new PriorityQueue(Float64Array.from(start));
          const model = Float64Array.from(start);
          for (const { state, by, pop } of operations) {
            expect(queue.highest()).toBe(Math.max(...model));
            if (!pop) {
              queue.raise(state, by);
              model[state] += by;
            } else if (Math.max(...model) > 0) {
              const first = model.indexOf(Math.max(...model));
              expect(queue.pop()).toBe(first);
              model[first] = 0;
            }
          }
        },
      ),
    );
  });

  it("follows from its priorities alone", () => {
    const priorities = Float64Array.of(2, 5, 5, 1);
    const queue = new PriorityQueue(priorities);
    queue.pop();
    queue.raise(3, 4);
    const copy = new PriorityQueue(priorities.slice());
    expect([queue.pop(), queue.pop(), queue.pop()]).toEqual([copy.pop(), copy.pop(), copy.pop()]);
  });
});
