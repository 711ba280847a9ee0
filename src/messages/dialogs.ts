import { section } from "./section";

/** What all dialogs have. */
export const dialogs = section("dialogs", {
  close: "Close",
  notFetched:
    "This part of the page could not be fetched. Check the connection and reload the page; your work is kept.",
});
