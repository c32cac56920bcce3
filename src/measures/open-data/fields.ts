import { OUTCOME_GROUPS } from "../outcomes/outcomes.ts";
import { ALL_GROUPS, type MonthCoverage, type MonthRow } from "./month.ts";
import { STATISTIC_NAMES, type Statistic } from "./statistics.ts";

/** The columns of the files of a month, and what each says: of which files and Table Schema are made. Pure. */

export type FieldValue = string | number | boolean | null;

interface Field {
  readonly name: string;
  readonly type: "string" | "integer" | "boolean" | "yearmonth";
  readonly description: string;
  readonly values?: readonly string[];
  readonly required?: boolean;
}

const FIGURES: Readonly<Record<Statistic, string>> = {
  visits: "People who came and were served, or should have been",
  onTime: "Of onTimeOf: served at most ten minutes after the appointed time; the first step of their waiting",
  onTimeOf: "People with an appointment who were there by its time and whose waiting is known, those who left included",
  appointmentWait11to30: "Of onTimeOf: waited 11 to 30 minutes from the appointed time",
  appointmentWait31to60: "Of onTimeOf: waited 31 to 60 minutes",
  appointmentWaitOver60: "Of onTimeOf: waited 61 minutes or longer",
  walkInWait0to10: "People without an appointment who waited 10 minutes at most, from when they came to the start",
  walkInWait11to30: "The same, 11 to 30 minutes",
  walkInWait31to60: "The same, 31 to 60 minutes",
  walkInWaitOver60: "The same, 61 minutes or longer",
  noShows: "Of noShowsOf: did not come",
  noShowsOf: "People with an appointment of whom it was noted whether they came",
  unserved: "People who came and left before they were served, or for whom there was no number left",
  unresolved: "People with an appointment of whom nobody noted whether they came: in no other figure",
};

export const MONTH_FIELDS: readonly Field[] = [
  { name: "month", type: "yearmonth", description: "Of visits, in the calendar of Athens", required: true },
  {
    name: "level",
    type: "string",
    description: "Of an office, or of all",
    values: ["nation", "office"],
    required: true,
  },
  { name: "office", type: "string", description: "Code of the office (ΚΕΠ); none in rows of the nation" },
  { name: "name", type: "string", description: "Of the office, when it was published" },
  { name: "municipality", type: "string", description: "When it was published" },
  { name: "regionalUnit", type: "string", description: "When it was published" },
  { name: "region", type: "string", description: "When it was published" },
  {
    name: "group",
    type: "string",
    description:
      "Group of services. none: of several services, of one that has no group, or nobody noted which. all: of all groups, added up before rounding",
    values: [ALL_GROUPS, ...OUTCOME_GROUPS],
    required: true,
  },
  {
    name: "recorded",
    type: "boolean",
    description:
      "Whether anybody noted what became of any visit of that month; if not, all figures are missing: that is not zero",
    required: true,
  },
  ...STATISTIC_NAMES.map((name) => ({ name, type: "integer" as const, description: FIGURES[name] })),
  {
    name: "exact",
    type: "string",
    description:
      "Names of the figures of this row, a space between, that are exact; in all others counts up to seven were moved by one at most before they were added up and rounded to five",
  },
  {
    name: "daysOpen",
    type: "integer",
    description: "Days with opening hours; only in rows of an office and all groups, as all that follow",
  },
  {
    name: "daysRecorded",
    type: "integer",
    description: "Of these, days on which anybody's visit was recorded; withheld with fewer than 50 visits",
  },
  {
    name: "complete",
    type: "boolean",
    description: "Of the visits the waiting is known of four in five at least; compare no others",
  },
  {
    name: "accessNights",
    type: "integer",
    description: "Nights in which it was looked how far ahead the third free appointment by telephone is",
  },
  {
    name: "accessMedian",
    type: "integer",
    description: "Days to it, of these nights the middle; missing though there are nights: none within nine weeks",
  },
  {
    name: "accessNineOfTen",
    type: "integer",
    description: "Days that nine in ten of these nights did not exceed; missing as above",
  },
];

/** By the names of the fields, in their order. */
export function rowRecord(month: string, row: MonthRow): Readonly<Record<string, FieldValue>> {
  const { office, group, isRecorded, figures, exact, coverage } = row;
  return {
    month,
    level: office ? "office" : "nation",
    office: office?.code ?? null,
    name: office?.name ?? null,
    municipality: office?.municipality ?? null,
    regionalUnit: office?.regionalUnit ?? null,
    region: office?.region ?? null,
    group,
    recorded: isRecorded,
    ...Object.fromEntries(STATISTIC_NAMES.map((name) => [name, figures?.[name] ?? null])),
    exact: exact.join(" ") || null,
    ...coverageRecord(coverage),
  };
}

const coverageRecord = (coverage: MonthCoverage | null) => ({
  daysOpen: coverage?.daysOpen ?? null,
  daysRecorded: coverage?.daysRecorded ?? null,
  complete: coverage?.isComplete ?? null,
  accessNights: coverage?.accessNights ?? null,
  accessMedian: coverage?.accessMedian ?? null,
  accessNineOfTen: coverage?.accessNineOfTen ?? null,
});
