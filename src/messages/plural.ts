/** The words for so many: one of them, or any other number. */
export function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}
