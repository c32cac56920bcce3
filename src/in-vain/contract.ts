import { z } from "zod";
import { dateText } from "../platform/date-schemas.ts";
import { IN_VAIN_REASONS } from "./reasons.ts";

/** What was not said clearly before a visit. It counts for the service: no employee is kept of it. Browser-safe. */

const reason = z.enum(IN_VAIN_REASONS);
const line = z
  .string()
  .max(500)
  .nullable()
  .describe("Which line of what to bring for the service, in its Greek words; null: something that is not among them");

export const inVainRequest = z.strictObject({
  service: z.string().max(40).describe("Of those of the visit, the one that it was in vain for"),
  reason,
  line: line.optional().describe("Only of a paper"),
});
export type InVainRequest = z.infer<typeof inVainRequest>;

export const inVainResponse = z.object({
  visit: z.uuid().describe("An appointment or a number"),
  service: z.string(),
  reason: reason.nullable().describe("null: not in vain, or taken back"),
  line,
  version: z.int().describe("0: nothing was ever noted"),
});
export type InVain = z.infer<typeof inVainResponse>;

export const inVainOfDayResponse = z.object({
  date: dateText,
  visits: z.array(inVainResponse).describe("Of which anything was noted; from the night on none"),
});
export type InVainOfDay = z.infer<typeof inVainOfDayResponse>;
