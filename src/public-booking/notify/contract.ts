import { z } from "zod";

/** How many wait for a place of an office that becomes free: numbers, never who. Browser-safe. */

export const wishCountsResponse = z.object({
  counts: z.array(
    z.object({
      weekday: z.int().min(0).max(7).describe("1 Monday … 7 Sunday; 0: on whichever, each person once"),
      earlier: z.int().describe("Who have an appointment and would come earlier"),
      withoutVisit: z.int().describe("Who have none"),
    }),
  ),
});
export type WishCounts = z.infer<typeof wishCountsResponse>;
