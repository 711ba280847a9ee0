import { expect, it } from "vitest";
import { reported } from "./client-words";
import type { BackendReport } from "./protocol";

it("after two losses the report says why the page chose, not that somebody asked", () => {
  const report = { reason: "WebAssembly, as asked for." } as BackendReport;
  expect(reported(report, false).reason).toBe("WebAssembly, as asked for.");
  expect(reported(report, true).reason).toBe("The graphics processor was lost twice, so now: WebAssembly.");
});
