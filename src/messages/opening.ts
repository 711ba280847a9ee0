import { section } from "./section";

/** What is said where the address cannot be shown, or not in full. */
export const opening = section("opening", {
  partNotLoaded: "This part of the page could not be loaded. Check the connection and reload the page.",
  lectureNotLoaded: "The lecture could not be loaded. Check the connection and reload the page.",
  linkNotOpened: "The link could not be opened. {why}",
  noReader: "The part of this page that reads links could not be loaded; reload the page.",
  noLab: "Bellman has no lab called “{name}”; it has {known}.",
});
