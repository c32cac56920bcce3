import { z } from "zod";
import { appointmentResponse } from "../appointments/contract.ts";
import { PAPER_STATES } from "./printer/contract.ts";

/** Screens and printers of an office, and arrivals by the code of an appointment. Browser-safe. */

export const MOST_SCREENS = 10;
export const LONGEST_SCREEN_NAME = 60;

/** At the entrance whoever comes says so; a display shows whom a counter calls; a printer of any maker gives numbers. */
export const SCREEN_KINDS = ["entrance", "display", "printer"] as const;
export type ScreenKind = (typeof SCREEN_KINDS)[number];

export const newScreenRequest = z.strictObject({
  name: z.string().describe("At most 60 characters"),
  kind: z.enum(SCREEN_KINDS).optional().describe("`entrance` when it is left out"),
});
export type NewScreenRequest = z.infer<typeof newScreenRequest>;

const printerState = {
  paper: z.enum(PAPER_STATES).nullable().describe("As a printer last said; null: it has not, or is none"),
  silentMinutes: z
    .int()
    .nullable()
    .describe("For so long a printer has not been heard; null: it was lately, or never, or is none"),
};

const screen = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(SCREEN_KINDS),
  ...printerState,
  software: z.string().nullable().describe("As a printer last said"),
  madeAt: z.string(),
  madeBy: z.string(),
  seenAt: z.string().nullable().describe("When it last asked for its page, or was heard; null: not yet"),
});
export type EntranceScreen = z.infer<typeof screen>;
export const screensResponse = z.object({ screens: z.array(screen) });
export type EntranceScreens = z.infer<typeof screensResponse>;
export const newScreenResponse = screen.extend({
  path: z
    .string()
    .nullable()
    .describe(
      "Where the screen's browser is led: shown this once; null: this is a repetition, remove it and make another",
    ),
  key: z
    .string()
    .nullable()
    .describe("A printer's own, which asks below its path with it: shown this once; null: it is none, or a repetition"),
});
export type NewScreen = z.infer<typeof newScreenResponse>;

export const printersResponse = z.object({
  printers: z.array(z.object({ id: z.uuid(), name: z.string(), ...printerState })),
});
export type Printers = z.infer<typeof printersResponse>;

export const printRequest = z.strictObject({
  printer: z.uuid(),
  visit: z.uuid().describe("Of whoever waits: the ticket's or the appointment's id"),
});
export type PrintRequest = z.infer<typeof printRequest>;
export const printResponse = z.object({
  id: z.uuid(),
  number: z.string(),
  printer: z.string().describe("Its name"),
});
export type SentPrint = z.infer<typeof printResponse>;

/** What a scanner at the counter reads, or a clerk types. */
export const arrivalRequest = z.strictObject({ code: z.string().describe("Nine digits, blanks between them or not") });
export const arrivalResponse = z.object({
  appointment: appointmentResponse,
  isFirst: z.boolean().describe("False: they had come already, and nothing was noted that could be taken back"),
});
export type NotedArrival = z.infer<typeof arrivalResponse>;
