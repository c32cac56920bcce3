/** For whom somebody comes, by which it is known what to bring. Pure, browser-safe. */

/** In whose place somebody else comes: of a minor, or with an authorisation */
export const BEHALVES = ["minor", "proxy"] as const;
