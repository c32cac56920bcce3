import { z } from "zod";
import { itemToBring } from "../../offices/contract.ts";
import { dateText, timeText } from "../../platform/date-schemas.ts";
import { INTERPRETERS } from "../../text/interpreters.ts";

/** What anybody may know of offices and services: for sites of municipalities, maps, research. Browser-safe. */

const known = z.boolean().nullable().describe("null: not known");

const span = z.object({ opens: timeText, closes: timeText.describe("24:00 ends a day") });
const weekly = z
  .array(span.extend({ weekday: z.int().min(1).max(7).describe("ISO: 1 Monday … 7 Sunday") }))
  .nullable()
  .describe("Closed on days that are not named; null: not known");
const ofDay = z.array(span).nullable().describe("None: closed; null: as always");
const openHours = z.object({
  counter: weekly,
  telephone: weekly,
  exceptions: z.array(
    z.object({
      from: dateText,
      to: dateText.describe("Included"),
      counter: ofDay,
      telephone: ofDay,
      reason: z.string().describe("In Greek"),
    }),
  ),
});

export const openOfficeResponse = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  address: z.string().nullable(),
  postcode: z.string().nullable(),
  municipality: z.string(),
  regionalUnit: z.string().nullable(),
  region: z.string().nullable(),
  phone: z.string().nullable().describe("E.164"),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  access: z.object({ stepFreeEntrance: known, lift: known, accessibleWc: known, disabledParking: known }),
  interpreters: z.object({
    signLanguage: known.describe("Greek Sign Language"),
    signLanguageDays: z.int().describe("So many working days before the visit the office has to know it"),
    languages: z.array(z.enum(INTERPRETERS)).nullable().describe("That are spoken; null: not known"),
    days: z.int().describe("The same for these"),
  }),
  hours: openHours.describe(
    "By the office's own word, whatever its queues serve; on holidays and what the ministry closes it is closed besides",
  ),
  booksOnline: z.boolean().describe("Citizens book there for themselves"),
  url: z.string().describe("Its page, with its hours and what it does"),
});
export type OpenOffice = z.infer<typeof openOfficeResponse>;
export const openOfficesResponse = z.object({ offices: z.array(openOfficeResponse) });

export const openServiceResponse = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  minutes: z.int().describe("Of the catalogue; an office may take longer"),
  bring: z.string().nullable().describe("What whoever comes for themselves brings, a line each"),
  bringEn: z.string().nullable(),
  toBring: z.array(itemToBring).describe("The same for each case, and as what it is brought"),
  onlineUrl: z.string().nullable().describe("Where it is done without a visit; null: nowhere"),
  url: z.string().describe("Where an office is looked for that does it"),
});
export type OpenService = z.infer<typeof openServiceResponse>;
export const openServicesResponse = z.object({ services: z.array(openServiceResponse) });

export const firstTimeResponse = z.object({
  office: z.string(),
  service: z.string(),
  free: z.object({ date: dateText, time: timeText }).nullable().describe("null: none on any day that is open"),
  url: z.string().describe("Where it is chosen; whoever presses a time there gets it, or the nearest ones"),
});
export type FirstTime = z.infer<typeof firstTimeResponse>;

export const openTimesResponse = z.object({
  office: z.string(),
  service: z.string(),
  minutes: z.int().describe("So long it takes there"),
  days: z.array(z.object({ date: dateText, times: z.array(timeText) })).describe("Every day of them, in order"),
});
export type OpenTimes = z.infer<typeof openTimesResponse>;
