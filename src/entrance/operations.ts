import type { Operations } from "../platform/http/contract/published.ts";

/** What the published contract says of it. */
export const ENTRANCE_OPERATIONS: Operations = {
  entrance: {
    about: "Citizens say at the entrance that they have come",
    operations: {
      "GET /api/offices/{office}/entrance-screens": [
        "listScreens",
        "The office's screens: at the entrance, and those that show who is called",
      ],
      "POST /api/offices/{office}/entrance-screens": ["addScreen", "A new screen, and this once its address"],
      "DELETE /api/offices/{office}/entrance-screens/{id}": ["removeScreen", "Its address opens nothing any more"],
      "POST /api/offices/{office}/arrivals": [
        "noteArrival",
        "Whoever has today's appointment of this code has come; said twice, it is noted once",
      ],
    },
  },
};
