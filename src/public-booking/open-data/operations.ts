import type { Operations } from "../../platform/http/contract/published.ts";

/** What the published contract says of them. */
export const OPEN_DATA_OPERATIONS: Operations = {
  openData: {
    about: "Offices and services, for anybody: without a session, for any site's page",
    operations: {
      "GET /api/public/offices": ["getOpenOffices", "All offices; the same as offices.csv"],
      "GET /api/public/services": ["getOpenServices", "All services; the same as services.csv"],
      "GET /api/public/offices/{code}/first-time": [
        "getFirstTime",
        "The first time that a citizen can have in an office for a service",
      ],
    },
  },
};
