import { z } from "zod";
import { dateText } from "../platform/date-schemas.ts";

/** How long an office keeps who its appointments were for. Browser-safe. */

export const keptResponse = z.object({
  today: dateText.describe("The server's clock in Athens"),
  days: z.int().describe("After the day of a visit, as the ministry has it"),
  anonymousBefore: dateText.describe("Visits before this date are anonymous"),
  tonight: z.int().describe("Appointments that become anonymous when the day is over"),
});
export type RetentionData = z.infer<typeof keptResponse>;
