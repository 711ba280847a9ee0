import { section } from "./section";

/** The top of the page, and the menu in it. */
export const header = section("header", {
  benchmark: "Benchmark this device",
  present: "Present",
});
