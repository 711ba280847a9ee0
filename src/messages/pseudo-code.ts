import { section } from "./section";

/** The algorithm line by line. */
export const pseudoCode = section("pseudoCode", {
  name: "{algorithm}, line by line",
  notStarted: "Not started yet. Press step or run.",
  showCode: "Show me the code",
});
