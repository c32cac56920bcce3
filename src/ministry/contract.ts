import { z } from "zod";
import { MINISTRY_ACTS } from "../audit/acts.ts";
import { SERVICE_GROUPS } from "../catalogue/service-groups.ts";
import { itemToBring, serviceResponse } from "../offices/contract.ts";
import { calendarDate, clockTime } from "../platform/date-schemas.ts";
import { ruledNumber } from "../platform/number-schemas.ts";
import { COUNTER_LANGUAGES } from "../text/languages.ts";

/** What the ministry rules for all offices, or for those of a region. Browser-safe. */

export type MinistryAct = (typeof MINISTRY_ACTS)[number];

/** Before it is done: how many it concerns now. */
export const rulingPreviewResponse = z.object({
  offices: z.int().describe("All that it holds for; of a removal, those that open again in some of the time"),
  concerned: z.int().describe("Those among them that have such appointments"),
  appointments: z.int(),
});
export type RulingPreview = z.infer<typeof rulingPreviewResponse>;

export const sweepResponse = rulingPreviewResponse.extend({
  id: z.string(),
  done: z.int().describe("Offices that it has reached; the other numbers are of these, but for `offices`"),
  startedAt: z.string(),
  doneAt: z.string().nullable(),
});
export type Sweep = z.infer<typeof sweepResponse>;

export const ruledResponse = z.object({
  id: z.string().describe("Of the closure; the holiday's date; the service's code"),
  sweep: sweepResponse,
});
export type Ruled = z.infer<typeof ruledResponse>;

export const closureResponse = z.object({
  id: z.string(),
  region: z.string().nullable().describe("null: all offices"),
  from: z.string().describe("ISO with the offset of Athens"),
  to: z.string(),
  reason: z.string(),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
  sweep: sweepResponse.nullable(),
});
export type Closure = z.infer<typeof closureResponse>;

export const settlingResponse = z.object({
  closures: z
    .array(
      closureResponse.omit({ createdBy: true, sweep: true }).extend({
        appointments: z.int().describe("That stood in its time when it reached their offices"),
        undecided: z.int().describe("Those that stand there still, and were not kept knowingly"),
        unreachable: z.int().describe("Of these: without telephone and e-mail"),
        offices: z.int().describe("Where these are"),
        untouched: z.int().describe("Of these: where nothing was settled yet"),
      }),
    )
    .describe("Those that are not over and concern somebody, the next one first"),
});
export type Settling = z.infer<typeof settlingResponse>;

export const takenResponse = z.object({
  days: z
    .array(z.object({ date: z.string(), appointments: z.int() }))
    .describe("Of the region's offices: those that are not over; days without any are left out"),
});
export type Taken = z.infer<typeof takenResponse>;

const moment = z.object({ date: z.string(), time: z.string() });

export const closuresResponse = z.object({
  now: moment,
  offices: z.int(),
  regions: z.array(z.object({ name: z.string(), offices: z.int() })),
  closures: z.array(closureResponse).describe("Those to come and those of the last twelve months, the latest first"),
});
export type Closures = z.infer<typeof closuresResponse>;

export const closureRequest = z.strictObject({
  region: z.string().nullable(),
  from: calendarDate.describe("The first day; what of it is over stays as it was"),
  fromTime: clockTime.default("00:00").describe("On the first day"),
  to: calendarDate.describe("The last day, included"),
  toTime: clockTime.default("24:00").describe("On the last day"),
  reason: z.string(),
});
export type ClosureRequest = z.infer<typeof closureRequest>;

const closedFrom = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .describe("When work stops; 00:00: the whole day");

const holiday = z.object({ date: z.string(), name: z.string(), nameEn: z.string(), closedFrom: z.string() });

export const holidayResponse = holiday.extend({
  version: z.int(),
  origin: z.enum(["default", "changed", "moved", "added"]).describe("What it is beside the computed ones"),
  defaultDate: z.string().nullable().describe("Where the law has it, when it was moved"),
  sweep: sweepResponse.nullable(),
});
export type Holiday = z.infer<typeof holidayResponse>;

export const holidaysResponse = z.object({
  now: moment,
  year: z.int(),
  holidays: z.array(holidayResponse),
  missing: z
    .array(holiday.extend({ why: z.enum(["coincides", "removed"]), coincidesWith: z.string().nullable() }))
    .describe("Computed ones that are not there: removed, or another one falls on the same date"),
});
export type Holidays = z.infer<typeof holidaysResponse>;
export type MissingHoliday = Holidays["missing"][number];

export const holidayRequest = z.strictObject({
  date: calendarDate,
  name: z.string(),
  nameEn: z.string(),
  closedFrom: closedFrom.default("00:00"),
});
export type HolidayRequest = z.infer<typeof holidayRequest>;
/** A merge patch; another date moves it. */
export const holidayPatch = z
  .strictObject({ date: calendarDate, name: z.string(), nameEn: z.string(), closedFrom })
  .partial();
export type HolidayPatch = z.infer<typeof holidayPatch>;
export const holidayTime = z.strictObject({ date: calendarDate, closedFrom: closedFrom.default("00:00") });

const entranceGroup = z
  .enum(SERVICE_GROUPS)
  .nullable()
  .describe("Under what it is at an entrance that gives numbers; null: nobody has said, there it is something else");
export const catalogueServiceResponse = serviceResponse.extend({
  onlineUrl: z.string().nullable(),
  entranceGroup,
  version: z.int(),
  ownMinutes: z.int().describe("Offices that have minutes of their own for it, or do not offer it"),
});
export type CatalogueService = z.infer<typeof catalogueServiceResponse>;
export const catalogueResponse = z.object({ offices: z.int(), services: z.array(catalogueServiceResponse) });
export type ServiceCatalogue = z.infer<typeof catalogueResponse>;

const words = {
  name: z.string(),
  shortName: z.string(),
  nameEn: z.string(),
  minutes: ruledNumber,
  toBring: z.array(itemToBring),
};
const onlineUrl = z.string().nullable().describe("Where it is done without a visit: begins with https://");
export const newServiceRequest = z.strictObject({
  code: z.string(),
  ...words,
  onlineUrl: onlineUrl.default(null),
  entranceGroup: entranceGroup.default(null),
});
export type NewServiceRequest = z.infer<typeof newServiceRequest>;
/** A merge patch, null clears. The code stays for ever: appointments and imports name it. */
export const servicePatch = z.strictObject({ ...words, onlineUrl, entranceGroup }).partial();
export type ServicePatch = z.infer<typeof servicePatch>;

/** What all letters to citizens have in common. Browser-safe bounds and faults are in rules.ts. */
export const letterFrameRequest = z.strictObject({
  senderName: z.string().describe("From whom the e-mails come; at most 60 characters"),
  foot: z.string().nullable().describe("Below each letter in Greek: plain text, at most 1000 characters"),
  footEn: z.string().nullable().describe("Below each letter in English"),
});
export type LetterFrameRequest = z.infer<typeof letterFrameRequest>;
export const letterFrameResponse = z.object({
  ...letterFrameRequest.shape,
  version: z.int(),
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable(),
});
export type LetterFrame = z.infer<typeof letterFrameResponse>;

export const switchRequest = z.strictObject({ isOn: z.boolean() });

/** A language of the counter in which citizens are offered pages and letters, or not yet. */
export const counterLanguageResponse = z.object({
  language: z.enum(COUNTER_LANGUAGES),
  isOn: z.boolean(),
  version: z.int(),
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable(),
});
export type CounterLanguageState = z.infer<typeof counterLanguageResponse>;
export const counterLanguagesResponse = z.object({ languages: z.array(counterLanguageResponse) });
export type CounterLanguageList = z.infer<typeof counterLanguagesResponse>;

/** Whether visits may say what of health is to be prepared. */
export const needsOfferResponse = z.object({
  isOn: z.boolean(),
  version: z.int(),
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable(),
  offices: z
    .object({ all: z.int(), signLanguage: z.int(), languages: z.int() })
    .describe("How many have said that somebody can interpret there: Greek Sign Language, or another language"),
});
export type NeedsOffer = z.infer<typeof needsOfferResponse>;

/** Greek words of the ministry in a language of citizens. */
export const translationRequest = z.strictObject({
  words: z.string().nullable().describe("null: there are none; citizens read the English or the Greek ones"),
  isChecked: z.boolean().describe("A native speaker has gone over them"),
});
export type TranslationRequest = z.infer<typeof translationRequest>;
export const translationResponse = z.object({
  id: z.string().describe("Of the Greek words: as long as they stay, in every language"),
  greek: z.string(),
  english: z.string().nullable().describe("Where they have English words of their own"),
  kind: z
    .enum(["service", "bring", "holiday", "closure", "reason"])
    .describe("reason: of closures that are over, or words that were stored before they were needed"),
  ...translationRequest.shape,
  version: z.int().describe("0: not translated"),
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable().describe("null: an import, or the program as it came"),
});
export type Translation = z.infer<typeof translationResponse>;
export const translationListResponse = z.object({ translations: z.array(translationResponse) });
export type TranslationList = z.infer<typeof translationListResponse>;

/** How many days after a visit it is known who it was for. */
export const retentionPreviewRequest = z.strictObject({ days: ruledNumber.describe("From 7 to 365") });
export const retentionRequest = retentionPreviewRequest.extend({
  seen: z
    .int32()
    .describe("How many appointments become anonymous at once, by the preview; 409 when they are more by now"),
});
export type RetentionRequest = z.infer<typeof retentionRequest>;
export const retentionPeriodResponse = z.object({
  days: z.int(),
  version: z.int(),
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable(),
});
export type RetentionPeriod = z.infer<typeof retentionPeriodResponse>;

/** How often citizens may change the time of one appointment themselves. */
export const moveLimitRequest = z.strictObject({ moves: ruledNumber.describe("From 1 to 20") });
export const moveLimitResponse = z.object({
  moves: z.int(),
  version: z.int(),
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable(),
});
export type MoveLimit = z.infer<typeof moveLimitResponse>;

/** Where the ministry has opened booking to citizens. */
export const openingResponse = z.object({
  id: z.string(),
  region: z.string().nullable().describe("null: the whole country, or the offices that are named"),
  offices: z
    .array(z.object({ code: z.string(), name: z.string() }))
    .nullable()
    .describe("null: all of the region or the country"),
  openedAt: z.string(),
  openedBy: z.string().nullable(),
});
export type Opening = z.infer<typeof openingResponse>;

export const publicBookingResponse = z.object({
  offices: z.int(),
  regions: z.array(z.object({ name: z.string(), offices: z.int() })),
  openings: z.array(openingResponse).describe("None: it is closed everywhere"),
});
export type PublicBooking = z.infer<typeof publicBookingResponse>;

export const publicBookingRequest = z.strictObject({
  region: z.string().nullable().describe("null: the whole country, or the offices that are named"),
  offices: z
    .array(z.string())
    .max(2000)
    .nullish()
    .describe("Their codes; absent or null: all of the region or the country"),
});
export type PublicBookingRequest = z.infer<typeof publicBookingRequest>;

const networkCount = z.int().nullable();

export const networkDaysResponse = z.object({
  days: z.array(
    z.object({
      date: z.string(),
      bookings: z.int().describe("All that citizens made online themselves that day, in all offices"),
      networks: networkCount.describe("That cancelled and booked again as whoever sells does; null: one to four"),
      networkBookings: z.int().describe("Bookings of these networks"),
      programs: networkCount.describe("From which a time was pressed that only programs find; null: one to four"),
    }),
  ),
});
export type NetworkDays = z.infer<typeof networkDaysResponse>;

export const publicBookingPreviewResponse = z.object({
  offices: z.int().describe("Those to which nothing else opens it"),
  queues: z.int().describe("Their public queues"),
  open: z.int().describe("Others that it holds for, to which another opening opens it as well"),
});
export type PublicBookingPreview = z.infer<typeof publicBookingPreviewResponse>;

/** How far an office is on its way into the platform. */
export const officeProgressResponse = z.object({
  code: z.string(),
  name: z.string(),
  region: z.string().nullable(),
  regionalUnit: z.string().nullable(),
  municipality: z.string(),
  state: z.enum(["done", "under-way", "not-begun"]),
  actions: z.int().describe("Of the four"),
  begunAt: z.string().nullable(),
  submittedAt: z.string().nullable(),
  version: z.int().describe("Of its questionnaire"),
});
export type OfficeProgress = z.infer<typeof officeProgressResponse>;

export const nationalProgressResponse = z.object({ now: moment, offices: z.array(officeProgressResponse) });
export type NationalProgress = z.infer<typeof nationalProgressResponse>;

export const nationalDayResponse = z.object({
  date: z.string(),
  appointments: z.int().describe("Of all offices together"),
  served: z.int().describe("Of these, until now"),
  firstFree: z.object({
    offices: z.int().describe("That have hours, and of which it was noted"),
    half: z.int().nullable().describe("In how many days half of them offer a time; null: later than was looked for"),
    most: z.int().nullable().describe("In how many days nine in ten of them do"),
    notedAt: z.string().nullable().describe("The oldest note"),
  }),
});
export type NationalDay = z.infer<typeof nationalDayResponse>;

export const resetRequest = z.strictObject({
  reason: z.string().describe("The office reads it; at most 200 characters"),
});
export const resetResponse = z.object({ code: z.string() });

/** The national log, the latest first. */
export const rulingHistoryResponse = z.object({
  acts: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      act: z.enum(MINISTRY_ACTS),
      by: z.string().nullable(),
      details: z.unknown().describe("The rows, before and after"),
    }),
  ),
  next: z.string().nullable().describe("Ask for what came `before` it; null: that was all"),
});
export type RulingHistory = z.infer<typeof rulingHistoryResponse>;
