/** The browser's cache of files of digits, by their addresses: the page may fill it before the lab asks for them. */
export const DIGITS_CACHE = "bellman-digits";
