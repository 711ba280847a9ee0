/** The first action with the largest value. */
export function argmax(values: ArrayLike<number>): number {
  let best = 0;
  for (let a = 1; a < values.length; a++) if (values[a] > values[best]) best = a;
  return best;
}

/** π(·|s) of an agent that acts randomly with probability ε, else takes the first action with the largest value. */
export function epsilonGreedy(values: ArrayLike<number>, epsilon: number): number[] {
  const best = argmax(values);
  return Array.from(values, (_, a) => epsilon / values.length + (a === best ? 1 - epsilon : 0));
}
