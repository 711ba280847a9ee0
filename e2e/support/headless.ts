import { spawnSync } from "node:child_process";

/** What `npm run -s headless -- <words> --json` prints. */
export function headless(...words: string[]): { fingerprint: string; clock: Record<string, number> } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["scripts/headless.mjs", ...words, "--json"],
    {
      encoding: "utf8",
    },
  );
  if (status !== 0) throw new Error(`headless: exit code ${status}: ${stderr}`);
  return JSON.parse(stdout) as ReturnType<typeof headless>;
}
