import { z } from "zod";
import { appointmentResponse } from "../appointments/contract.ts";

/** Screens of an office, and arrivals by the code of an appointment. Browser-safe. */

export const MOST_SCREENS = 10;
export const LONGEST_SCREEN_NAME = 60;

/** At the entrance whoever comes says so; a display shows whom a counter calls. */
export const SCREEN_KINDS = ["entrance", "display"] as const;
export type ScreenKind = (typeof SCREEN_KINDS)[number];

export const newScreenRequest = z.strictObject({
  name: z.string().describe("At most 60 characters"),
  kind: z.enum(SCREEN_KINDS).optional().describe("`entrance` when it is left out"),
});
export type NewScreenRequest = z.infer<typeof newScreenRequest>;

const screen = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(SCREEN_KINDS),
  madeAt: z.string(),
  madeBy: z.string(),
  seenAt: z.string().nullable().describe("When it last asked for its page; null: not yet"),
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
});
export type NewScreen = z.infer<typeof newScreenResponse>;

/** What a scanner at the counter reads, or a clerk types. */
export const arrivalRequest = z.strictObject({ code: z.string().describe("Nine digits, blanks between them or not") });
export const arrivalResponse = z.object({
  appointment: appointmentResponse,
  isFirst: z.boolean().describe("False: they had come already, and nothing was noted that could be taken back"),
});
export type NotedArrival = z.infer<typeof arrivalResponse>;
