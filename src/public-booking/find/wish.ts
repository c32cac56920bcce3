import { z } from "zod";
import { tidy } from "../../platform/text/names.ts";
import { whenField } from "../choose/when.ts";
import type { Whereabouts } from "./around.ts";
import type { Point } from "./distance.ts";

/** What the addresses of these pages may say; everything else in them, and whatever is malformed, is passed over. */

const LONGEST = 100;

/** Null: not said at all; without what nobody sees, which PostgreSQL would take offence at. */
const typed = z
  .string()
  .nullish()
  .catch(null)
  .transform((text) => (text === null || text === undefined ? null : tidy(withoutUnseen(text)).slice(0, LONGEST)));

const withoutUnseen = (text: string): string =>
  text
    .slice(0, LONGEST * 2)
    .toWellFormed()
    .replaceAll(/\p{C}/gu, " ");

/** One of a catalogue: the catalogue is asked whether it is there. */
const code = z
  .string()
  .regex(/^[0-9a-zΑ-Ω-]{1,40}$/)
  .nullish()
  .catch(null)
  .transform((text) => text ?? null);

/** All that is done in one visit, as its text has it. */
const visit = z
  .string()
  .regex(/^[0-9a-z,;-]{1,500}$/)
  .nullish()
  .catch(null)
  .transform((text) => text ?? null);

const degrees = z
  .string()
  .regex(/^-?\d{1,3}(\.\d{1,2})?$/)
  .nullish()
  .catch(null)
  .transform((text) => (text ? Number(text) : null));

const isOn = z
  .literal("1")
  .nullish()
  .catch(null)
  .transform((on) => on === "1");

const page = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .nullish()
  .catch(null)
  .transform((text) => Number(text ?? 1));

export const servicesQuery = z.looseObject({
  q: typed,
  office: code,
  next: z.literal("earliest").nullish().catch(null),
  online: isOn,
  visit,
  person: z.enum(["1", "2", "3", "4"]).catch("1"),
});
export type ServicesQuery = z.output<typeof servicesQuery>;

const codes = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .catch(undefined)
  .transform((given) => (given === undefined ? [] : [given].flat()).filter((text) => /^[0-9a-z-]{1,40}$/.test(text)));

/** What is ticked is done for one more who comes. */
export const togetherQuery = z.looseObject({ service: visit, office: code, with: codes });

const place = { service: visit, where: typed, lat: degrees, lon: degrees };

export const officesQuery = z.looseObject({
  ...place,
  sort: z.literal("steps").nullish().catch(null),
  page,
});
export type OfficesQuery = z.output<typeof officesQuery>;

export const oneOfficeQuery = z.looseObject({ service: visit });

/** Of which weekday the usual wait is asked, ISO; null: of today's */
const weekday = z
  .string()
  .regex(/^[1-7]$/)
  .nullish()
  .catch(null)
  .transform((text) => (text ? Number(text) : null));

export const officePageQuery = oneOfficeQuery.extend({ day: weekday });

/** Kilometres */
export const REACHES = [5, 15, 30] as const;
export const FURTHEST = 30;

export const earliestQuery = z.looseObject({
  ...place,
  within: z
    .enum(["5", "15", "30"])
    .catch("15")
    .transform((text) => Number(text)),
  when: whenField,
  stepfree: isOn,
  page,
});
export type EarliestQuery = z.output<typeof earliestQuery>;

/** Null: it is still to be asked. */
export function whereaboutsOf({ where, lat, lon }: Pick<OfficesQuery, "where" | "lat" | "lon">): Whereabouts | null {
  const point: Point | null = lat === null || lon === null ? null : { latitude: lat, longitude: lon };
  return where || point ? { where: where ?? "", point: where ? null : point } : null;
}
