import { defineConfig } from "vitest/config";
import { excerpts } from "./scripts/code/vite-plugin.mjs";

export default defineConfig({
  plugins: [excerpts],
  test: {
    environment: "node",
    include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.mjs"],
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});
