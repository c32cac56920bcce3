import type { FigureTable } from "../../../kit/charts/figure-table.ts";
import type { Language, Text } from "../../../text/text.ts";
import type { HowItWent } from "../../contract.ts";
import { completenessTables } from "./completeness-tables.ts";
import { crowdTables } from "./crowd-tables.ts";
import { halfHoursTable } from "./half-hours-table.ts";
import { keyFiguresTable } from "./key-figures-table.ts";
import { noShowTables } from "./no-show-tables.ts";
import { promiseTables } from "./promise-tables.ts";
import { servicesTable } from "./services-table.ts";

/** Of the whole page, in its order; what the page withholds is in none. */
export const allTables = (went: HowItWent, t: Text, language: Language): FigureTable[] => [
  keyFiguresTable(went, t),
  ...(went.reliability === "reliable" ? [...crowdTables(went, t, language), halfHoursTable(went, t, language)] : []),
  ...noShowTables(went, t),
  servicesTable(went, t),
  ...completenessTables(went, t, language),
  ...promiseTables(went, t, language),
];
