import { z } from "zod";
import { SERVICE_GROUPS } from "../../catalogue/service-groups.ts";
import { LANGUAGES } from "../../text/languages.ts";

/** What a printer of another maker asks and is answered: groups, numbers and lines of paper; never a name or a service. Browser-safe. */

export const LONGEST_SOFTWARE = 80;
/** Columns of the letters that a printer of 80 millimetres has at the least */
export const PAPER_COLUMNS = 42;
/** So old a press is nobody's any more: whoever pressed has gone to the counter */
export const OLDEST_PRESS_SECONDS = 120;

export const PAPER_STATES = ["ok", "low", "out"] as const;
export type PaperState = (typeof PAPER_STATES)[number];

/** Why a printer is given no number now. */
export const CLOSED_REASONS = ["numbers-off", "day-full", "paper-out"] as const;
export type ClosedReason = (typeof CLOSED_REASONS)[number];

const group = z.enum(SERVICE_GROUPS);

const inLanguage = z.object({
  language: z.enum(LANGUAGES),
  direction: z.enum(["ltr", "rtl"]),
  question: z.string().describe("Above the buttons"),
  buttons: z.array(z.object({ group, text: z.string() })).describe("In this order"),
  rule: z.string().describe("By which order numbers are called, in one sentence"),
  statutory: z.string().describe("What whoever has priority by law does instead of pressing"),
  closed: z.string().nullable().describe("What to say instead of the buttons; null: numbers are given"),
});

export const printerGroupsResponse = z.object({
  office: z.string(),
  closed: z.enum(CLOSED_REASONS).nullable().describe("Why no numbers are given now; null: they are"),
  waiting: z.int().describe("People who wait now"),
  languages: z.array(inLanguage).describe("Those that citizens are offered, Greek first"),
});
export type PrinterGroups = z.infer<typeof printerGroupsResponse>;

export const paperLine = z.object({
  text: z.string().describe(`At most ${PAPER_COLUMNS} characters; empty: an empty line`),
  size: z.enum(["normal", "large"]).describe("large: the number, as large as the printer can"),
});
export type PaperLine = z.infer<typeof paperLine>;

const paper = {
  lines: z.array(paperLine).describe("From top to bottom, in the language asked for"),
  direction: z.enum(["ltr", "rtl"]),
  qr: z.string().describe("What the QR code below the lines holds: the address of the own place in the line"),
};

export const printerNumberRequest = z.strictObject({
  group: group.describe("Of the button that was pressed"),
  language: z.enum(LANGUAGES).optional().describe("Of the page with the buttons; Greek without it"),
  pressedSecondsAgo: z
    .int()
    .min(0)
    .max(86_400)
    .optional()
    .describe(
      `By the device's own clock, 0 without it; a press that is older than ${OLDEST_PRESS_SECONDS} gets no new number`,
    ),
});
export type PrinterNumberRequest = z.infer<typeof printerNumberRequest>;

export const printerNumberResponse = z.object({
  number: z.string().describe("A letter that looks alike in Greek and Latin, three digits: «Α031»"),
  group,
  ahead: z.int().nullable().describe("People before them; null: they wait no more, for this is a repetition"),
  ...paper,
});
export type PrinterNumber = z.infer<typeof printerNumberResponse>;

export const withdrawalResponse = z.object({
  withdrawn: z.boolean().describe("False: there was no such number, or it was called by then; nothing has changed"),
});

export const heartbeatRequest = z.strictObject({
  paper: z.enum(PAPER_STATES),
  software: z.string().describe(`Name and version, at most ${LONGEST_SOFTWARE} characters`),
});
export type Heartbeat = z.infer<typeof heartbeatRequest>;

const printJob = z.object({
  id: z.uuid().describe("Each is printed once, however often it is handed out"),
  number: z.string(),
  ...paper,
});
export type PrintJob = z.infer<typeof printJob>;

export const heartbeatResponse = z.object({
  time: z.string().describe("On the server's clock, with its offset: what the device shows, and nothing it decides by"),
  againSeconds: z.int().describe("When the next heartbeat is expected"),
  prints: z.array(printJob).describe("To be printed now, the oldest first: until each is confirmed"),
});
export type HeartbeatAnswer = z.infer<typeof heartbeatResponse>;

export const printDoneResponse = z.object({
  id: z.uuid(),
  printedAt: z.string().describe("When it was confirmed first"),
});
