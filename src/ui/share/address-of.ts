/** The address of an experiment, without what else this page's address says. */
export function addressOf(hash: string): string {
  return location.origin + location.pathname + hash;
}
