import { z } from "zod";

/** What is done against hoarding, in numbers. Browser-safe. */

/** The last of them, today's included */
export const COUNTED_DAYS = 7;

export const RESTRAINTS = ["work", "email", "temporary-email", "new-domain", "too-many", "letters"] as const;
export type Restraint = (typeof RESTRAINTS)[number];

export const hoardingResponse = z.object({
  days: z.literal(COUNTED_DAYS).describe("So many are counted, today's included"),
  counts: z.array(
    z.object({
      what: z
        .enum(RESTRAINTS)
        .describe(
          "A browser was asked to compute something first; a time is held once it is known who asks; a temporary mailbox; " +
            "a day's share of domains from which nobody has come; a person with as many visits as one may have; letters " +
            "enough to one mailbox",
        ),
      count: z.int(),
    }),
  ),
});
export type HoardingCounts = z.infer<typeof hoardingResponse>;
