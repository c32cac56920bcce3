import { z } from "zod";
import { someAppointments } from "../audit/contract.ts";
import { dateText } from "../platform/date-schemas.ts";

/** What may be asked for of what is printed. One day, one office: there is no parameter for more. Browser-safe. */

export const SHEET_ORDERS = ["time", "queue"] as const;
export const SHOWN_PHONES = ["none", "masked", "whole"] as const;
export type ShownPhones = (typeof SHOWN_PHONES)[number];

export const sheetParams = z.strictObject({
  language: z.enum(["el", "en"]).optional().describe("Otherwise as Accept-Language says"),
});

/** How large the rule of the line is printed for the wall */
export const WALL_SIZES = ["a4", "a3"] as const;
export type WallSize = (typeof WALL_SIZES)[number];
export const lineRuleParams = sheetParams.extend({ size: z.enum(WALL_SIZES).default("a4") });

/** One person's appointments */
export const answerParams = sheetParams.extend({ appointment: someAppointments });

const leftRow = z.strictObject({
  label: z.string().max(20).describe("Where it stands in the diary"),
  cells: z.array(z.string().max(1000)).max(100).describe("As it was written"),
  why: z.string().max(1000).describe("Why it was not brought in, in words"),
});
export type LeftRow = z.infer<typeof leftRow>;
/** As many as the preview of a diary shows */
export const leftRows = z.array(leftRow).min(1).max(500);
export const leftForm = z.strictObject({ rows: z.string().describe("Rows of a paper diary, as JSON") });

export const daySheetParams = sheetParams.extend({
  order: z.enum(SHEET_ORDERS).default("time"),
  queue: z.coerce.number().int().min(1).max(99).optional().describe("Otherwise all of them"),
  phones: z.enum(SHOWN_PHONES).default("none"),
});
export type DaySheetQuery = z.infer<typeof daySheetParams>;

export const sheetOfferResponse = z.object({
  days: z
    .array(dateText)
    .describe("Today, and the next day for which somebody is booked; none once today's sheet was printed or put away"),
});
export type SheetOffer = z.infer<typeof sheetOfferResponse>;
