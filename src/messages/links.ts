import { section } from "./section";

/** The links to what is on screen, and their QR code. */
export const links = section("links", {
  link: "Link",
  full: "Everything: world, parameters, seed, view, pause point ({count} characters)",
  short: "By name: the same run, without the view ({count} characters)",
  copy: "Copy",
  copyLink: "Copy link",
  copied: "Copied.",
  select: "Select the link and copy it: Ctrl+C or ⌘C.",
  code: "QR code",
  codeOf: "QR code of the link",
  tooLong: "The link has {count} characters: its code would be too fine to scan. Save a file instead.",
  tableMark: "Fingerprint of the table: {mark}. Whoever opens the link sees the same.",
  networksMark:
    "Fingerprint of the networks: {mark}. Whoever opens the link on the same kind of device sees the same.",
});
