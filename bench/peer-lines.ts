import { spawnSync } from "node:child_process";

/** What a program prints, line by line as JSON; nothing if it fails, as Python does where it has no PyTorch. */
export function linesOf(program: string, given: string[], more: Record<string, string> = {}): unknown[] {
  const { stdout, status } = spawnSync(program, given, {
    encoding: "utf8",
    env: { ...process.env, ...more },
  });
  if (status !== 0) return [];
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
}
