import { z } from "zod";
import { dateText } from "../../platform/date-schemas.ts";
import { howItWentResponse, MOST_WEEKS, shareResponse, spread } from "../contract.ts";
import { LEAST_WEEKS, NATIONAL_MEASURES, SIZES, USUAL_WEEKS } from "./choices.ts";

/** How the nation's offices do: «Πώς πάνε τα ΚΕΠ». Browser-safe. */

const weeks = z.coerce
  .number()
  .int()
  .min(LEAST_WEEKS)
  .max(MOST_WEEKS)
  .default(USUAL_WEEKS)
  .describe("Closed weeks back from the last Sunday");

export const nationalFileParams = z.strictObject({ weeks });

export const howOfficesDoParams = z.strictObject({
  weeks,
  measure: z.enum(NATIONAL_MEASURES).default("on-time"),
  size: z.enum(SIZES).optional().describe("Without it: the size of most offices that count"),
});
export type HowOfficesDoQuery = z.infer<typeof howOfficesDoParams>;

export const officesOfRegionParams = z.strictObject({
  weeks,
  region: z.string().min(1).max(100).describe('Its name; "-": the offices without one'),
});
export type OfficesOfRegionQuery = z.infer<typeof officesOfRegionParams>;

const side = z.enum(["below", "above"]);

const access = z
  .object({
    offices: z.int().describe("Of which it was seen"),
    median: z.int().nullable().describe("null: nothing was seen, or nothing is free within nine weeks"),
    nineOfTen: z.int().nullable(),
    none: z.int().describe("Where nothing is free within nine weeks: they count as the longest"),
  })
  .describe("Days to the third free place by telephone, in the last night of the last week in which one looked");
export type Access = z.infer<typeof access>;

/** What says of an office why its figures may have moved; nothing of who serves which queue */
export const OFFICE_CHANGES = [
  "queue-added",
  "queue-activated",
  "queue-deactivated",
  "queue-archived",
  "hours-changed",
  "exception-added",
  "exception-changed",
] as const;
const change = z.object({ act: z.enum(OFFICE_CHANGES), date: dateText });
export type OfficeChange = z.infer<typeof change>;

export const howOfficesDoResponse = z.object({
  /** A Monday and a Sunday, both included */
  from: dateText,
  to: dateText,
  coverage: z.object({
    offices: z.int(),
    reliable: z.int().describe("Four of five visits recorded whole, on ten days at least: these count below"),
    incomplete: z.int().describe("Recorded, but less"),
    silent: z.int().describe("Joined, and recorded nothing whole"),
    notJoined: z.int(),
  }),
  sizes: z.array(z.object({ size: z.enum(SIZES), offices: z.int() })).describe("Offices that count"),
  uncounted: z.int().describe("Offices that count, but of which it is not recorded how many counters served"),
  funnel: z.object({
    measure: z.enum(NATIONAL_MEASURES),
    size: z.enum(SIZES).nullable().describe("null: no office counts"),
    centre: shareResponse,
    spread: z.number().describe("By how much more than chance they differ, at least 1: the limits are as much wider"),
    byChance: z.number().describe("How many chance alone would put out of bounds, at most"),
    inside: z.array(shareResponse).describe("Each an office, without its name"),
    outside: z
      .array(
        shareResponse.extend({
          code: z.string(),
          name: z.string(),
          side,
          complete: z.int(),
          visits: z.int(),
          changes: z.array(change).describe("Of its rules, in these weeks, the latest first"),
        }),
      )
      .describe("By name"),
  }),
  regions: z.array(access.extend({ region: z.string().nullable() })).describe("By name"),
  nation: access,
  trend: z.object({
    measure: z.enum(NATIONAL_MEASURES),
    weeks: z.array(
      shareResponse.extend({
        monday: dateText,
        offices: z.int().describe("That recorded four of five visits of the week whole"),
        low: z.number().nullable(),
        high: z.number().nullable(),
        side: side.nullable().describe("Out of the limits"),
      }),
    ),
    levels: z
      .array(z.object({ from: z.int(), to: z.int(), centre: shareResponse }))
      .describe("Of the weeks, half-open"),
    marks: z.array(z.object({ monday: dateText, text: z.string() })).describe("Closures of the whole country"),
  }),
});
export type HowOfficesDo = z.infer<typeof howOfficesDoResponse>;

export const COVERAGES = ["reliable", "incomplete", "silent", "not-joined"] as const;

const stepSpread = z
  .object({
    count: z.int(),
    median: z.union([z.int(), z.literal("longer")]).nullable(),
    nineOfTen: z.union([z.int(), z.literal("longer")]).nullable(),
  })
  .describe("Minutes, to the end of the step in which they lie; longer: more than 60");
export type StepSpread = z.infer<typeof stepSpread>;

const measured = shareResponse.extend({ side: side.nullable().describe("Out of the bounds of offices of its size") });

export const officesOfRegionResponse = z.object({
  from: dateText,
  to: dateText,
  region: z.string().nullable(),
  offices: z
    .array(
      z.object({
        code: z.string(),
        name: z.string(),
        coverage: z.enum(COVERAGES),
        complete: z.int(),
        visits: z.int(),
        onTime: measured,
        soon: measured,
        noShows: measured,
        waits: z.object({ appointment: stepSpread, walkIn: stepSpread }),
        thirdFree: z.object({ looked: z.boolean(), days: spread.shape.median }),
      }),
    )
    .describe("By name"),
});
export type OfficesOfRegion = z.infer<typeof officesOfRegionResponse>;

export const officeWentResponse = howItWentResponse.extend({ name: z.string().describe("Of the office") });
export type OfficeWent = z.infer<typeof officeWentResponse>;
