import { z } from "zod";
import { ROLES } from "../identity/contract.ts";
import { dateText } from "../platform/date-schemas.ts";
import { ruledNumber } from "../platform/number-schemas.ts";
import { INTERPRETERS } from "../text/interpreters.ts";
import { LANGUAGES } from "../text/languages.ts";
import { BRING_MARKS, VISIT_CASES } from "../text/to-bring.ts";
import { SERVICE_SETTINGS } from "./office-settings.ts";
import { settingShape, withMeaning } from "./setting-shape.ts";

/** Requests and responses of offices. Browser-safe. What a setting may hold is in office-settings.ts. */

export const itemToBring = z.strictObject({
  greek: z.string(),
  english: z.string().nullable(),
  mark: z
    .enum(BRING_MARKS)
    .nullable()
    .describe("print: stays with the office; found: the office finds it by itself; null: nobody has said"),
  cases: z.array(z.enum(VISIT_CASES)).describe("For whom it holds"),
});

export const serviceResponse = z.object({
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  nameEn: z.string(),
  minutes: z.int(),
  toBring: z.array(itemToBring),
});
export type Service = z.infer<typeof serviceResponse>;

export const officeResponse = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  municipality: z.string(),
  address: z.string().nullable(),
  postcode: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  /** How far from now the first time offered by telephone or e-mail lies */
  leadMinutes: z.int(),
  commonMinutes: z.int().describe("Of several services in one visit so many minutes happen once"),
  longerMinutes: z.int().describe("So many minutes more are given to whoever needs longer time"),
  isExample: z.boolean(),
  usualServices: z
    .array(z.string())
    .describe("Those most asked for in the last four weeks, six at most, the first of them most of all: one key each"),
  usualService: z.string().nullable().describe("As somebody there has said: forms begin with it; null: they ask"),
  languages: z.array(z.enum(LANGUAGES)).describe("In which citizens can be written to"),
  offersNeeds: z.boolean().describe("Whether the ministry lets visits say what of health is to be prepared"),
  interpreters: z
    .object({
      signLanguage: z.boolean().nullable().describe("Whether somebody can be there; null: nobody has said"),
      signLanguageFrom: dateText.describe("The first day in time"),
      languages: z.array(z.enum(INTERPRETERS)).nullable().describe("That are spoken; null: nobody has said"),
      languagesFrom: dateText,
    })
    .describe(
      "Who can interpret there, if it is said today: staff are warned of an earlier day, citizens not offered it",
    ),
  services: z.array(serviceResponse).describe("Those it offers, with its own minutes"),
  notOffered: z.array(serviceResponse).describe("The rest of the catalogue: older appointments may still be for them"),
});
export type Office = z.infer<typeof officeResponse>;

export const serviceSearchRequest = z.strictObject({
  text: z.string().max(200).describe("As people call it, in any language and spelling"),
});
export const serviceSearchResponse = z.object({
  services: z.array(z.string()).describe("Codes of what the office offers, what was most likely meant first"),
});
export type OwnServicesFound = z.infer<typeof serviceSearchResponse>;

/** Offices that an employee looks for. */
export const placesResponse = z.object({
  offices: z
    .array(z.object({ code: z.string(), name: z.string(), municipality: z.string() }))
    .describe("The likeliest first, 50 at most"),
  isUnknown: z.boolean().describe("Nothing is called so: these only come near it"),
});
export type FoundOffices = z.infer<typeof placesResponse>;

const choice = z.boolean().nullable().describe("null: not known");
const answered = {
  text: z.string().nullable(),
  lines: z.string().nullable(),
  time: z.string(),
  "maybe-time": z.string().nullable(),
  phone: z.string().nullable().describe("E.164"),
  minutes: z.int(),
  days: z.int(),
  count: z.int(),
  "maybe-count": z.int().nullable(),
  percent: z.int(),
  choice,
  switch: z.boolean(),
  languages: z.string().nullable(),
  week: z.string().nullable(),
  exceptions: z.string().nullable(),
};
/** Of one service. */
type OwnShape = Readonly<Record<keyof typeof SERVICE_SETTINGS, z.ZodType>>;

export const settingsResponse = z.object({
  version: z.int(),
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable().describe("Name of the administrator who changed them last"),
  ...settingShape("", answered),
  access: z.object(settingShape("access.", answered)),
  online: z.object(settingShape("online.", answered)).describe("How citizens book for themselves"),
  services: z
    .record(
      z.string(),
      z.object({
        offered: z.boolean(),
        minutes: withMeaning(z.int(), SERVICE_SETTINGS.minutes).nullable(),
      } satisfies OwnShape),
    )
    .describe("By code, the whole catalogue; minutes null: as the catalogue says"),
  catalogue: z.array(serviceResponse).describe("As the nation has it"),
  queues: z.array(z.object({ number: z.int(), name: z.string(), slotMinutes: z.int(), public: z.boolean() })),
  publicBooking: z.boolean().describe("Whether the ministry has opened booking to citizens here"),
});
export type Settings = z.infer<typeof settingsResponse>;

const wished = {
  text: z.string().nullable(),
  lines: z.string().nullable(),
  time: z.string(),
  "maybe-time": z.string().nullable(),
  phone: z.string().nullable(),
  minutes: ruledNumber,
  days: ruledNumber,
  count: ruledNumber,
  "maybe-count": ruledNumber.nullable(),
  percent: ruledNumber,
  choice,
  switch: z.boolean(),
  languages: z.string().nullable(),
  week: z.string().nullable(),
  exceptions: z.string().nullable(),
};

/** A merge patch: absent stays, null clears; a service that is null is again as the catalogue has it. */
export const settingsRequest = z
  .strictObject({
    ...settingShape("", wished),
    access: z.strictObject(settingShape("access.", wished)).partial(),
    online: z.strictObject(settingShape("online.", wished)).partial(),
    services: z.record(
      z.string(),
      z
        .strictObject({
          offered: z.boolean(),
          minutes: withMeaning(ruledNumber, SERVICE_SETTINGS.minutes).nullable(),
        } satisfies OwnShape)
        .partial()
        .nullable(),
    ),
  })
  .partial();
export type SettingsRequest = z.infer<typeof settingsRequest>;

export const staffResponse = z.object({
  staff: z.array(
    z.object({
      lastName: z.string(),
      firstName: z.string(),
      roles: z.array(z.enum(ROLES)),
      queues: z.array(z.object({ number: z.int(), name: z.string() })).describe("Those she serves"),
      checkedAt: z.string().nullable().describe("When the directory last answered for her"),
    }),
  ),
});
export type Staff = z.infer<typeof staffResponse>["staff"];
