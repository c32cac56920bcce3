/** What somebody may tick that an office has ready, besides somebody who interprets: never why. Pure, browser-safe. */
export const NEEDS = ["wheelchair", "longer-time", "attendant", "guide-dog"] as const;
export type Need = (typeof NEEDS)[number];
