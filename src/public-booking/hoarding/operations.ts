import type { Operations } from "../../platform/http/contract/published.ts";

/** What the published contract says of it. */
export const HOARDING_OPERATIONS: Operations = {
  hoarding: {
    about: "What is done so that programs do not hold the times of people",
    operations: {
      "GET /api/offices/{office}/hoarding": [
        "getHoarding",
        "How often citizens were asked or refused something online",
      ],
    },
  },
};
