import { z } from "zod";

/** «?month=2026-12»; anything else asks for none. */
export const monthQuery = z.looseObject({
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .transform((text) => Temporal.PlainYearMonth.from(text))
    .nullish()
    .catch(null)
    .transform((month) => month ?? null),
});
