import type { Operations } from "../../platform/http/contract/published.ts";

/** What the published contract says of them. */
export const OPEN_DATA_OPERATIONS: Operations = {
  openData: {
    about: "Offices and services, for anybody: without a session, for any site's page",
    operations: {
      "GET /api/public/v1/offices": [
        "getOpenOffices",
        "All offices, with their hours; the same as offices.csv, and as offices.jsonld in the words of schema.org",
      ],
      "GET /api/public/v1/services": ["getOpenServices", "All services; the same as services.csv"],
      "GET /api/public/v1/statistics": [
        "listOpenMonths",
        "Months of which visits are published, by office and group of services, with the files of each version; all open data by DCAT-AP as catalogue.jsonld, services by CPSV-AP as public-services.jsonld",
      ],
      "GET /api/public/v1/offices/{code}/first-time": [
        "getFirstTime",
        "The first time that a citizen can have in an office for a service",
      ],
      "GET /api/public/v1/offices/{code}/times": [
        "listOpenTimes",
        "The times that a citizen can have in an office for a service, on at most 31 days",
      ],
    },
  },
};
