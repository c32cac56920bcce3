import { z } from "zod";
import { IDENTITY_KINDS } from "./draw-record.ts";

/** The file of a draw that is published, in either form, to the last field: what is not of it is not read over. Browser-safe. */

const hex = z.string().regex(/^[\da-f]{64}$/);
const number = z.string().regex(/^\d{4,8}$/);
const units = z.int().min(1).max(20);
const date = z.iso.date();
const part = z.int().min(0).max(5);
const office = z.string().min(1).max(20);
const cell = { office, date, part };

const drawWish = z.strictObject({
  number,
  kind: z.enum(IDENTITY_KINDS),
  units,
  dayParts: z.array(z.tuple([date, part])).min(1),
  offices: z.array(office).min(1),
  first: z.enum(["day", "office"]),
  others: z.boolean(),
  salt: z.string().regex(/^[\da-f]{32}$/),
});

const place = { ...cell, at: z.int().min(0) };
const allotment = z.strictObject({ number, ...place, choice: z.int().min(1).nullable() });

const drawEvent = z.discriminatedUnion("what", [
  z.strictObject({ what: z.enum(["gave-back", "left", "lost"]), number }),
  z.strictObject({ what: z.literal("closed"), ...place }),
  z.strictObject({ what: z.literal("opened") }),
]);

const orderRecord = {
  rule: z.literal("1.0"),
  draw: z.int().min(1),
  secretSeal: hex,
  secret: hex,
  listSeal: hex,
  auditHead: hex,
  seed: hex,
  order: z.array(number),
};

/** With all wishes. */
const drawRecord = z.strictObject({
  ...orderRecord,
  bounds: z.partialRecord(z.enum(IDENTITY_KINDS), z.int().min(0)),
  places: z.array(z.strictObject({ ...cell, runs: z.array(z.int().min(1).max(100)) })),
  wishes: z.array(drawWish),
  allotments: z.array(allotment),
  events: z.array(drawEvent),
  passed: z.array(allotment),
});

/** Of few wishes: `hashes` stand where the other form has `wishes`, and no file has both. */
const withheldRecord = z.strictObject({
  ...orderRecord,
  hashes: z.array(z.tuple([number, hex])),
  held: z.array(number),
});

export const publishedRecord = z.union([drawRecord, withheldRecord]);
