import { section } from "./section";

/** The user's own work, as it is kept in this browser. */
export const works = section("works", {
  unnamed: "My own world",
  after: "{algorithm}, after {count}",
  atStart: "{algorithm}, at its start",
});
