import { section } from "./section";

/** What experiments are called that have no title, and the user's own work as it is kept in this browser. */
export const works = section("works", {
  unnamed: "My own world",
  ofLecture: "A world of the lecture",
  kind: "{algorithm} on the {world}",
  after: "{algorithm}, after {count}",
  atStart: "{algorithm}, at its start",
});
