import type { Operations } from "../../platform/http/contract/published.ts";

/** What the published contract says of it. */
export const NATIONAL_FIGURES_OPERATIONS: Operations = {
  "national-figures": {
    about: "How the nation's offices do: closed weeks, of offices and never of people",
    operations: {
      "GET /api/ministry/how-offices-do": [
        "getHowOfficesDo",
        "Who records, how far times lie ahead, and which offices differ by more than chance",
      ],
      "GET /api/ministry/how-offices-do/offices": ["listOfficesOfRegion", "The figures of a region's offices, by name"],
      "GET /api/ministry/how-offices-do.csv": ["exportHowOfficesDo", "All offices as a table for other programs"],
      "GET /api/ministry/how-offices-do/definitions.csv": ["exportDefinitions", "What the columns of that table mean"],
      "GET /api/ministry/offices/{code}/how-it-went": [
        "getHowOfficeWent",
        "What closed weeks of an office came to, as its head sees it",
      ],
    },
  },
};
