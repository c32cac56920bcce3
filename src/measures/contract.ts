import { z } from "zod";
import { APPOINTMENT_FIELDS } from "../appointments/field/fields.ts";
import { dateText } from "../platform/date-schemas.ts";

/** What closed weeks of an office came to: «Πώς πήγε». Browser-safe. */

export const MOST_WEEKS = 26;

export const howItWentParams = z.strictObject({
  weeks: z.coerce.number().int().min(1).max(MOST_WEEKS).default(8).describe("Closed weeks back from the last Sunday"),
});
export type HowItWentQuery = z.infer<typeof howItWentParams>;

export const shareResponse = z.object({ count: z.int(), of: z.int() });
export type Share = z.infer<typeof shareResponse>;

export const spread = z.object({
  count: z.int(),
  median: z.int().nullable().describe("null: nothing was measured"),
  nineOfTen: z.int().nullable().describe("What nine of ten did not exceed"),
});
export type Spread = z.infer<typeof spread>;

const week = z.object({ monday: dateText, complete: z.int(), visits: z.int() });

const outcomes = z
  .object({ within: z.int(), shorter: z.int(), longer: z.int(), unknown: z.int() })
  .describe("Kept is what was within or shorter; unknown: nobody noted it, or they left in time");
const voice = z.object({ isSilent: z.boolean(), since: dateText });

export const howItWentResponse = z.object({
  /** A Monday and a Sunday, both included */
  from: dateText,
  to: dateText,
  days: z.int().describe("On which the office was open, or anybody came or was to come"),
  reliability: z
    .enum(["reliable", "few-days", "incomplete"])
    .describe("Anything but reliable: the figures are a hint, and are not to be compared"),
  completeness: shareResponse.extend({
    weeks: z.array(week),
    /** Why visits were not recorded whole; days counted before these were told apart are in none of them */
    notStarted: z.int(),
    notCompleted: z.int(),
    atOnce: z.int(),
    fromPaper: z.int(),
  }),
  onTime: shareResponse.describe("Begun within ten minutes of the appointed time, of those who were here by then"),
  waits: z.object({ appointment: spread, lateAppointment: spread, walkIn: spread }).describe("Minutes"),
  left: z.int(),
  turnedAway: z.int(),
  arrivals: z.int().describe("All who came, served or not"),
  noShows: z.object({
    all: shareResponse,
    byLead: z
      .array(shareResponse.extend({ from: z.int(), to: z.int().nullable() }))
      .describe("Days from booking to the visit"),
    byChannel: z.array(shareResponse.extend({ channel: z.enum(APPOINTMENT_FIELDS.channel.choices) })),
    unresolved: z.int().describe("Nobody noted whether they came: in neither count"),
  }),
  peak: spread.extend({ most: z.int().nullable() }).describe("Most people who waited at once, by day"),
  peaks: z
    .array(
      z.object({ date: dateText, most: z.int(), minutesAbove: z.int().nullable().describe("null: without seats") }),
    )
    .describe("Of each day"),
  seats: z
    .object({ count: z.int(), above: spread.describe("Minutes in which more waited, of the days that had any") })
    .nullable()
    .describe("Those that the office has now; null: nobody has said"),
  changes: z
    .array(
      z.object({
        date: dateText,
        kind: z.enum([
          "queue-opened",
          "queue-ended",
          "queue-off-for-dates",
          "queue-on-for-dates",
          "hours-changed",
          "closed",
          "minutes-changed",
        ]),
        name: z.string().nullable().describe("Of the queue or the service; of what was closed the reason"),
        queues: z.int().nullable().describe("How many are closed or have other hours; null: the whole office"),
        minutes: z
          .object({ before: z.int().nullable(), after: z.int().nullable() })
          .nullable()
          .describe("Of the service, before and since"),
      }),
    )
    .describe("Where rules changed within the weeks, nine of the last at most"),
  halfHours: z
    .array(z.object({ weekday: z.int(), halfHour: z.int(), waiting: z.int() }))
    .describe("People who wait, the median of the days; ISO weekday, half-hour of the day from 0 to 47"),
  capacity: z.object({
    days: z.int().describe("Of which it was counted"),
    openMinutes: z.int(),
    bookedMinutes: z.int(),
    servedMinutes: z.int(),
    overtime: spread.describe("Minutes"),
    tickets: z.int(),
  }),
  thirdFree: spread
    .extend({ none: z.int().describe("Nights in which nothing was free within nine weeks") })
    .describe("Days to the third free place by telephone"),
  services: z
    .array(spread.extend({ code: z.string(), name: z.string(), minutes: z.int().describe("By the catalogue") }))
    .describe("Only of days on which three counters served"),
  promises: z
    .object({
      months: z.array(z.object({ month: z.string().describe("2026-10"), number: outcomes, hours: outcomes })),
      voices: z
        .object({ number: voice, hours: voice })
        .nullable()
        .describe("Whether a range is said now; null: no night has counted yet"),
    })
    .describe("What became of the ranges of waiting that were said, in the closed months"),
});
export type HowItWent = z.infer<typeof howItWentResponse>;
