import { csvText } from "../../platform/text/csv.ts";
import { type Language, type Text, textIn } from "../../text/text.ts";
import "../../text/server.ts";
import type { Share } from "../contract.ts";
import type { NationFigures } from "./offices-of-region.ts";

type OfficeFigures = NationFigures["offices"][number];

/** The columns in their order, as they are called in the texts; each has its definition there. */
const COLUMNS = [
  "from",
  "to",
  "code",
  "name",
  "region",
  "coverage",
  "days",
  "counters",
  "visits",
  "complete",
  "present",
  "on-time",
  "walk-ins",
  "soon",
  "due",
  "no-shows",
  "appointment-median",
  "appointment-nine-of-ten",
  "walk-in-median",
  "walk-in-nine-of-ten",
  "third-free",
] as const;

/** A row for each office; what was not recorded is empty, and not zero. */
export function nationCsv({ from, to, offices }: NationFigures, language: Language): string {
  const t = textIn(language);
  const head = COLUMNS.map((column) => t(`nation.column-${column}`));
  return csvText([head, ...offices.map((office) => [from, to, ...cellsOf(office, t)])]);
}

function cellsOf(office: OfficeFigures, t: Text): string[] {
  const { onTime, soon, noShows, waits, thirdFree } = office;
  const share = ({ count, of }: Share): string[] => (of === 0 ? ["", ""] : [String(of), String(count)]);
  const wait = (minutes: number | "longer" | null): string =>
    minutes === "longer" ? t("nation.longer-than-hour") : orEmpty(minutes);
  const none = thirdFree.looked ? t("nation.none-in-nine-weeks") : "";
  return [
    office.code,
    office.name,
    office.region ?? "",
    t(`nation.coverage-${office.coverage}`),
    orEmpty(office.days),
    orEmpty(office.counters),
    ...(office.visits === 0 ? ["", ""] : [String(office.visits), String(office.complete)]),
    ...[onTime, soon, noShows].flatMap(share),
    wait(waits.appointment.median),
    wait(waits.appointment.nineOfTen),
    wait(waits.walkIn.median),
    wait(waits.walkIn.nineOfTen),
    thirdFree.days === null ? none : String(thirdFree.days),
  ];
}

const orEmpty = (value: number | null): string => (value === null ? "" : String(value));

/** What each column means. */
export function definitionsCsv(language: Language): string {
  const t = textIn(language);
  const rows = COLUMNS.map((column) => [t(`nation.column-${column}`), t(`nation.means-${column}`)]);
  return csvText([[t("nation.column"), t("nation.means")], ...rows]);
}
