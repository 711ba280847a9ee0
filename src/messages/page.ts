import { section } from "./section";

/** What stands around all that the page shows. */
export const page = section("page", {
  notLoaded: "This page could not be loaded in full. Check the connection and reload it.",
});
