import type { Operations } from "../platform/http/contract/published.ts";

/** What the published contract says of them. */
export const DRAW_OPERATIONS: Operations = {
  draws: {
    about: "Services whose places are drawn: by which terms, how many places, and wishes by telephone",
    operations: {
      "GET /api/ministry/draws": ["getDrawTerms", "How draws are held, for which services, and how the last ones went"],
      "PUT /api/ministry/draws": ["changeDrawTerms", "Change how draws are held, from the next one on"],
      "POST /api/ministry/draws/preview": [
        "previewDrawShares",
        "What other shares would have changed in the last draw, in numbers",
      ],
      "GET /api/offices/{office}/draws": ["getDrawsOfOffice", "What the office gives by draw, and how that goes"],
      "PUT /api/offices/{office}/draws/{service}": ["changeDrawPlaces", "Give places of a service by draw"],
      "DELETE /api/offices/{office}/draws/{service}": ["endDrawPlaces", "Give none of a service by draw any more"],
      "POST /api/offices/{office}/draws/{draw}/need": [
        "giveDrawPlaceByNeed",
        "A place before the draw, for whoever has shown a deadline",
      ],
      "POST /api/offices/{office}/draws/{draw}/need/in-vain": [
        "noteDrawNeedInVain",
        "Count whoever showed a deadline when no place was left for one, or take one back",
      ],
      "GET /api/offices/{office}/draws/open": [
        "listOpenDraws",
        "Draws that take wishes, and those whose citizens are to be called",
      ],
      "POST /api/offices/{office}/draws/{draw}/wishes": [
        "writeDrawWish",
        "Write down a wish that somebody says by telephone",
      ],
      "GET /api/offices/{office}/draws/{draw}/calls": [
        "listDrawCalls",
        "Who is to be called after a draw, and what they got",
      ],
      "POST /api/offices/{office}/draws/{draw}/wishes/{wish}/answer": [
        "noteDrawAnswer",
        "Note what somebody said of their place when they were called",
      ],
    },
  },
};
