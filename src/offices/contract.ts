import { z } from "zod";
import { ROLES } from "../identity/contract.ts";

/** Requests and responses of offices. Browser-safe. What a field may hold is in rules.ts. */

export const serviceResponse = z.object({
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  nameEn: z.string(),
  minutes: z.int(),
  bring: z.string().nullable(),
  bringEn: z.string().nullable(),
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
  isExample: z.boolean(),
  /** The service most asked for of late: a form starts with it */
  usualService: z.string().nullable(),
  services: z.array(serviceResponse).describe("Those it offers, with its own minutes"),
  notOffered: z.array(serviceResponse).describe("The rest of the catalogue: older appointments may still be for them"),
});
export type Office = z.infer<typeof officeResponse>;

const fact = z.boolean().nullable().describe("null: not known");

export const settingsResponse = z.object({
  version: z.int(),
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable().describe("Name of the administrator who changed them last"),
  phone: z.string().nullable().describe("E.164"),
  email: z.string().nullable(),
  address: z.string().nullable(),
  postcode: z.string().nullable(),
  leadMinutes: z.int(),
  earlierMinutes: z
    .int()
    .describe("By more nobody is moved earlier, when the rules change, unless the administrator chooses so"),
  access: z.object({
    stepFreeEntrance: fact,
    lift: fact.describe("A lift, or all on the ground floor. null: not known"),
    accessibleWc: fact,
    disabledParking: fact,
    notes: z.string().nullable(),
  }),
  services: z
    .record(z.string(), z.object({ offered: z.boolean(), minutes: z.int().nullable() }))
    .describe("By code, the whole catalogue; minutes null: as the catalogue says"),
  catalogue: z.array(serviceResponse).describe("As the nation has it"),
  queues: z.array(z.object({ number: z.int(), name: z.string(), slotMinutes: z.int() })),
});
export type Settings = z.infer<typeof settingsResponse>;

const text = z.string().nullable().optional();
const minutes = z.number();

/** A merge patch: absent stays, null clears; a service that is null is again as the catalogue has it. */
export const settingsRequest = z.strictObject({
  phone: text,
  email: text,
  address: text,
  postcode: text,
  leadMinutes: minutes.optional(),
  earlierMinutes: minutes.optional(),
  access: z
    .strictObject({ stepFreeEntrance: fact, lift: fact, accessibleWc: fact, disabledParking: fact, notes: text })
    .partial()
    .optional(),
  services: z
    .record(z.string(), z.strictObject({ offered: z.boolean(), minutes: minutes.nullable() }).partial().nullable())
    .optional(),
});
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
