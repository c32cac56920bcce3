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

/** Of the ministry's page: closed weeks, services, and no office. */

export const MOST_IN_VAIN_WEEKS = 52;

const weeksOf = (usual: number) =>
  z.coerce
    .number()
    .int()
    .min(2)
    .max(MOST_IN_VAIN_WEEKS)
    .default(usual)
    .describe("Closed weeks back from the last Sunday");

export const inVainServicesParams = z.strictObject({ weeks: weeksOf(8) });
export const inVainServiceParams = z.strictObject({ weeks: weeksOf(16) });

const reasonCounts = z.object({
  visits: z.int().describe("That were served, of all days that count"),
  paper: z.int(),
  elsewhere: z.int(),
  needless: z.int(),
});
export type InVainCounts = z.infer<typeof reasonCounts>;

const span = z.object({
  /** A Monday and a Sunday, both included */
  from: dateText,
  to: dateText,
  days: z
    .object({ counted: z.int(), leftOut: z.int() })
    .describe("Days of offices on which anybody was served; left out: fewer than four of five visits recorded whole"),
});

const lineCount = z.object({ line: z.string(), count: z.int() });

const serviceInVain = reasonCounts.extend({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  mostMissing: lineCount.nullable().describe("The line of what to bring that was missing most often; null: none was"),
  notSaid: z.int().describe("Papers that stood in no line"),
  changed: dateText.nullable().describe("When what to bring changed last within these weeks"),
});
export type ServiceInVain = z.infer<typeof serviceInVain>;

const officesInVain = z.object({
  counted: z.int().describe("Offices with a day that counts in these weeks; 0: not known"),
  used: z
    .int()
    .nullable()
    .describe(
      "Of these, the ones where anybody noted a visit in vain; null: one to four and not all, which is not told more exactly",
    ),
  since: dateText.nullable().describe("The first Monday of these weeks of which it is known"),
});
export type OfficesInVain = z.infer<typeof officesInVain>;

export const inVainServicesResponse = span.extend({
  offices: officesInVain,
  services: z.array(serviceInVain).describe("Of fifty visits and more, the most often in vain first"),
  others: reasonCounts.extend({ services: z.int() }).describe("Services below fifty visits each, only together"),
});
export type InVainServices = z.infer<typeof inVainServicesResponse>;

const interval = z.object({ from: z.number(), to: z.number() });
const part = reasonCounts.extend({
  weeks: z.int(),
  rate: z.number().nullable().describe("In vain, of a hundred; null: there were no visits"),
  /** Of the rate, 95 % */
  band: interval.nullable(),
  lines: z.array(lineCount),
  notSaid: z.int().describe("Papers that stood in no line"),
});
export type InVainPart = z.infer<typeof part>;

export const inVainServiceResponse = span.extend({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  toBring: z.array(z.string()).describe("The lines as they are now, in Greek"),
  isEnough: z.boolean().describe("False: fewer than fifty visits, and nothing is told of them"),
  weeks: z.array(reasonCounts.extend({ monday: dateText })),
  change: z
    .object({
      date: dateText,
      before: z.array(z.string()),
      after: z.array(z.string()),
      others: z.array(z.string()).describe("What else of the service changed in that week: names of its fields"),
    })
    .nullable()
    .describe("The last change of the lines within these weeks"),
  before: part.nullable().describe("Whole weeks before the change; null: there was none"),
  after: part.describe("Whole weeks since the change, or all of them"),
  difference: interval
    .extend({ less: z.number() })
    .nullable()
    .describe("Of a hundred, so many less than before, with its interval of 95 %"),
});
export type InVainService = z.infer<typeof inVainServiceResponse>;
