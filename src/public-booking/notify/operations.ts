import type { Operations } from "../../platform/http/contract/published.ts";

/** What the published contract says of it. */
export const WISH_OPERATIONS: Operations = {
  wishes: {
    about: "Who waits for a place that becomes free",
    operations: {
      "GET /api/offices/{office}/wishes": [
        "getWishCounts",
        "How many wait for a place of the office, by weekday, with an appointment and without",
      ],
    },
  },
};
