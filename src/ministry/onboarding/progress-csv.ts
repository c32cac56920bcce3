import { csvText } from "../../platform/text/csv.ts";
import { type Language, textIn } from "../../text/text.ts";
import type { NationalProgress } from "../contract.ts";
import "../../text/server.ts";

/** A row for each office, as a table for other programs: its state and dates, no person's name. */
export function progressCsv({ offices }: NationalProgress, language: Language): string {
  const t = textIn(language);
  const head = [
    t("ministry.csv-code"),
    t("ministry.csv-name"),
    t("ministry.region"),
    t("ministry.regional-unit"),
    t("ministry.csv-municipality"),
    t("ministry.state"),
    t("ministry.csv-actions"),
    t("ministry.csv-begun"),
    t("ministry.csv-submitted"),
  ];
  const rows = offices.map((office) => [
    office.code,
    office.name,
    office.region ?? "",
    office.regionalUnit ?? "",
    office.municipality,
    t(`ministry.state-${office.state}`),
    String(office.actions),
    office.begunAt?.slice(0, 10) ?? "",
    office.submittedAt?.slice(0, 10) ?? "",
  ]);
  return csvText([head, ...rows]);
}
