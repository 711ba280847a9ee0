import { argmax } from "../../core/argmax";

/** π(·|s) of an agent that acts randomly with probability ε, else takes the first action with the largest value. */
export function epsilonGreedy(values: ArrayLike<number>, epsilon: number): number[] {
  const best = argmax(values);
  return Array.from(values, (_, a) => epsilon / values.length + (a === best ? 1 - epsilon : 0));
}
