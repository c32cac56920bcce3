import type { Feeds } from "../../../platform/http/contract/published.ts";

/** What the published contract says of the address that a calendar reads. */
export const CALENDAR_FEEDS: Feeds = {
  "/calendar/{token}/visit.ics": {
    tag: "openData",
    operation: [
      "readFollowedVisit",
      "One appointment for a calendar that follows it: when and where, and nothing of whom or what for. Its address is a key, made for a citizen by a page; it ends with the visit. To be read once an hour, sixty times at most",
    ],
    token: "The key: whoever has it reads this one appointment",
    media: "text/calendar",
  },
};
