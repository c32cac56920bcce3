import { z } from "zod";
import { alternative } from "../appointments/contract.ts";
import { calendarDate, timeText } from "../platform/date-schemas.ts";
import { personal } from "../platform/personal-data.ts";

/**
 * Bringing the paper diary in: what was pasted is read, shown as it would be booked, and booked all at once or not at
 * all. Browser-safe.
 */

/** Brought in within two seconds, in which nobody else books in the office */
export const MAX_ROWS = 10_000;
/** Of these the answer shows; the counts are of all */
export const MAX_SHOWN = 500;

/** A clerk's correction of cells that were read wrongly; what is absent stays as it was read. */
const correction = z.strictObject({
  /** Holds for the rows below as well if the day is written here or could not be read, unless only this visit moves */
  date: calendarDate.optional(),
  isMoved: z.boolean().optional(),
  time: timeText.optional(),
  queue: z.int().min(1).max(99).optional(),
  lastName: z.string().optional(),
  firstName: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  service: z.string().optional(),
  isLeftOut: z.boolean().optional(),
  /** Its doubts were seen, and it is meant as it stands */
  isConfirmed: z.boolean().optional(),
});
export type Correction = z.infer<typeof correction>;

/** What a person says of a column's head, where each column is a day or a queue. */
const headAnswer = z.strictObject({
  date: calendarDate.optional(),
  queue: z.int().min(1).max(99).optional(),
  isLeftOut: z.boolean().optional(),
});
export type HeadAnswer = z.infer<typeof headAnswer>;

const cellOrRow = z.string().regex(/^\d{1,8}$/);

/** Somebody who comes; a remark on whoever stands in that line; nothing that need be brought in. */
export const CELL_ANSWERS = ["person", "note", "paper"] as const;
export type CellAnswer = (typeof CELL_ANSWERS)[number];

export const diaryRequest = z.strictObject({
  /** Cells of a spreadsheet as they are pasted, or a CSV file's content */
  text: z.string(),
  /** Of every row that names none. null: nobody has said it yet, and none of them fits */
  service: z.string().nullable(),
  /** null: any queue, the least loaded first */
  queue: z.int().min(1).max(99).nullable(),
  /** By the row's number */
  corrections: z.record(cellOrRow, correction).optional(),
  /** By the number of the head's cell */
  heads: z.record(cellOrRow, headAnswer).optional(),
  /** What a person says of cells that nobody read, by their numbers */
  cells: z.record(cellOrRow, z.enum(CELL_ANSWERS)).optional(),
  /** Each line is a visit, whatever its heads look like */
  isByRows: z.boolean().optional(),
});
export type DiaryRequest = z.infer<typeof diaryRequest>;

export const bringInRequest = diaryRequest.extend({
  /** Of the preview that was agreed to: had anything changed since, nothing is done and a new preview is due */
  fingerprint: z.string(),
  /** Rows that don't fit are knowingly left in the paper diary */
  leavesRest: z.boolean(),
});
export type BringInRequest = z.infer<typeof bringInRequest>;

/** Problems that a clerk takes away with one word (`isConfirmed`): only a person knows. */
export const DOUBTS: readonly string[] = [
  "diary-cancelled",
  "diary-name-unclear",
  "diary-twice",
  "diary-again",
  "diary-length-differs",
  "diary-column-unclear",
  "diary-two-people",
  "diary-names-swapped",
  "diary-service-unread",
];

/**
 * `fits`: it gets its place. `collides`: the place is taken or not served. `unclear`: the cells can't be read, or
 * contradict themselves.
 * `there`: the same person already has that time. `past`: it is over. `left-out`: a person said so.
 */
export const VERDICTS = ["fits", "collides", "unclear", "there", "past", "left-out"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The time lay between two starts and was taken back to the one before; the first name seems to stand first; and so on. */
export const NOTES = [
  "time-adjusted",
  "time-afternoon",
  "date-carried-down",
  "is-firm",
  "names-swapped",
  "letters-repaired",
  "service-unread",
] as const;

export const diaryRow = personal(
  z.object({
    row: z.int().describe("Line of the text, from 1; of a visit in a cell, the cell's number"),
    label: z.string().describe("The line, or the cell as «C12»"),
    cells: z.array(z.string()),
    verdict: z.enum(VERDICTS),
    date: z.string().nullable(),
    time: z.string().nullable(),
    queue: z.int().nullable(),
    minutes: z.int().nullable(),
    lastName: z.string(),
    firstName: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    service: z.string(),
    notes: z.string().nullable(),
    hints: z.array(z.enum(NOTES)),
    /** Why it doesn't fit or can't be read, in words */
    problems: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
    /** Which of these it is, where date and weekday contradict each other */
    days: z.array(z.string()),
    /** The nearest free places, for what collides */
    alternatives: z.array(alternative),
  }),
);
export type DiaryRow = z.infer<typeof diaryRow>;

/** What became of a cell: part of a visit that is clear or in doubt, a heading, or nothing, which is a doubt as well. */
export const CELL_FATES = ["row", "doubt", "heading", "unread", "paper", "none"] as const;

const sheetLine = personal(
  z.object({
    line: z.int(),
    cells: z.array(z.object({ id: z.int(), label: z.string(), text: z.string(), fate: z.enum(CELL_FATES) })),
  }),
);

export const COLUMNS = [
  "date",
  "time",
  "lastName",
  "firstName",
  "fullName",
  "phone",
  "email",
  "service",
  "notes",
  "queue",
  "business",
  "until",
  "number",
] as const;
export type Column = (typeof COLUMNS)[number];

export const diaryPreviewResponse = z.object({
  fingerprint: z.string(),
  /** What each column was taken for; null: nothing of use */
  columns: z.array(z.enum(COLUMNS).nullable()),
  hasHeader: z.boolean(),
  /** Each column is a day or a queue, and each of their cells a visit; null: each line is one */
  matrix: z
    .object({
      kind: z.enum(["days", "queues"]),
      heads: z.array(
        z.object({
          id: z.int(),
          label: z.string(),
          written: z.string(),
          date: z.string().nullable(),
          queue: z.int().nullable(),
          isLeftOut: z.boolean(),
          /** That it may mean */
          days: z.array(z.string()),
        }),
      ),
    })
    .nullable(),
  counts: z.object({
    rows: z.int(),
    fits: z.int(),
    collides: z.int(),
    unclear: z.int(),
    there: z.int(),
    past: z.int(),
    "left-out": z.int(),
  }),
  /** First and last day of what fits */
  span: z.object({ first: z.string(), last: z.string() }).nullable(),
  /** The most frequent faults of all rows, so that a file that is wrong throughout says so in a line */
  faults: z.array(z.object({ message: z.string(), rows: z.int() })),
  /** Rows that need a person first, then those that fit; at most 500 */
  rows: z.array(diaryRow),
  /** The sheet as it was written, and what became of each cell; all lines with an unread one, at most 500 */
  sheet: z.object({
    lines: z.array(sheetLine),
    /** The columns of each of several blocks that stand side by side, as «A–C» */
    blocks: z.array(z.string()),
  }),
  /** Cells with a letter or a digit of which nobody knows what they are */
  unread: z.int(),
  /** Rows that name no service, where nobody has said which is usual */
  withoutService: z.int(),
  /** Lines without a person: a day's heading, a title, a free time; they are no rows */
  skipped: z.int(),
  isCut: z.boolean(),
});
export type DiaryPreview = z.infer<typeof diaryPreviewResponse>;

const dateOrNone = z.string().nullable();
const totals = {
  booked: z.int(),
  firstDate: dateOrNone,
  lastDate: dateOrNone,
};

export const broughtInResponse = z.object({
  id: z.uuid().describe("By which all of it can be undone"),
  leftOut: z.int().describe("Rows that stay on paper"),
  unread: z.int().describe("Cells that nobody read or that stay on paper"),
  ...totals,
});
export type BroughtIn = z.infer<typeof broughtInResponse>;

export const diaryImportsResponse = z.object({
  /** The latest first */
  imports: z.array(
    z.object({ id: z.uuid(), at: z.string(), by: z.string().nullable(), isUndone: z.boolean(), ...totals }),
  ),
});
export type DiaryImports = z.infer<typeof diaryImportsResponse>;

/** Of these the answer tells the names; the count is of all */
export const MAX_NAMED = 100;

export const diaryUndoneResponse = personal(
  z.object({
    id: z.uuid(),
    restored: z.int(),
    /** Something was done with them since, or their time has come: they stay as they are */
    stayingCount: z.int(),
    staying: z.array(
      z.object({ id: z.uuid(), date: z.string(), time: z.string(), lastName: z.string(), firstName: z.string() }),
    ),
  }),
);
export type DiaryUndone = z.infer<typeof diaryUndoneResponse>;
