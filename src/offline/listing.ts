/**
 * The files of a version, as the build lists them: the path within the site ("" is the page itself) with a hash of the
 * content, in the form that `fetch` checks.
 */
export type Listing = Readonly<Record<string, string>>;

/** What a page sends to a waiting service worker for it to take over from the old one. */
export const TAKE_OVER = "take over";
