import { section } from "./section";

/** What is said of a number that cannot be. */
export const numberBox = section("number-box", {
  noNumber: "Write a number between {min} and {max}.",
  wrong: "{name}: {problem}",
  still: "{problem} Still {value}.",
});
