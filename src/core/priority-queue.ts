/**
 * States by priority, highest first; of equal ones the state with the smallest number. A binary heap over an array
 * of priorities that the owner keeps: all that the queue knows follows from them, so a copy of the array is a copy
 * of the queue. States of priority 0 are not in it.
 */
export class PriorityQueue {
  private readonly heap: number[] = [];
  /** Place of each state in the heap, −1 where it is not in it. */
  private readonly place: Int32Array;

  /** @param priorities one number ≥ 0 a state; changed by the queue only, or followed by `rebuild`. */
  constructor(private readonly priorities: Float64Array) {
    this.place = new Int32Array(priorities.length);
    this.rebuild();
  }

  /** Reads the priorities anew. */
  rebuild(): void {
    this.heap.length = 0;
    this.place.fill(-1);
    this.priorities.forEach((priority, state) => {
      if (priority > 0) this.place[state] = this.heap.push(state) - 1;
    });
    for (let i = (this.heap.length >> 1) - 1; i >= 0; i--) this.sink(i);
  }

  /** The highest priority; 0 when nothing waits. */
  highest(): number {
    return this.heap.length > 0 ? this.priorities[this.heap[0]] : 0;
  }

  /** Takes the first state off and sets its priority to 0. Throws when nothing waits. */
  pop(): number {
    const [state] = this.heap;
    const lowest = this.heap.pop();
    if (lowest === undefined) throw new Error("The queue is empty.");
    this.priorities[state] = 0;
    this.place[state] = -1;
    if (lowest !== state) {
      this.heap[0] = lowest;
      this.place[lowest] = 0;
      this.sink(0);
    }
    return state;
  }

  /** Adds to the priority of a state; `by` ≥ 0. */
  raise(state: number, by: number): void {
    if (by <= 0) return;
    this.priorities[state] += by;
    if (this.place[state] < 0) this.place[state] = this.heap.push(state) - 1;
    this.rise(this.place[state]);
  }

  private isBefore(a: number, b: number): boolean {
    const { priorities } = this;
    return priorities[a] > priorities[b] || (priorities[a] === priorities[b] && a < b);
  }

  private rise(start: number): void {
    const { heap, place } = this;
    const state = heap[start];
    let i = start;
    for (let parent = (i - 1) >> 1; i > 0 && this.isBefore(state, heap[parent]); parent = (i - 1) >> 1) {
      heap[i] = heap[parent];
      place[heap[i]] = i;
      i = parent;
    }
    heap[i] = state;
    place[state] = i;
  }

  private sink(start: number): void {
    const { heap, place } = this;
    const state = heap[start];
    let i = start;
    for (let child = 2 * i + 1; child < heap.length; child = 2 * i + 1) {
      if (child + 1 < heap.length && this.isBefore(heap[child + 1], heap[child])) child++;
      if (!this.isBefore(heap[child], state)) break;
      heap[i] = heap[child];
      place[heap[i]] = i;
      i = child;
    }
    heap[i] = state;
    place[state] = i;
  }
}
