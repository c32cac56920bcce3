import { z } from "zod";
import { dateText } from "../../../platform/date-schemas.ts";

/** Which months of visits are published, and in which versions. Browser-safe. */

const file = z.object({
  url: z.string(),
  bytes: z.int(),
  sha256: z.string().describe("Of the file, in hexadecimal digits"),
});

export const openVersionResponse = z.object({
  version: z.int(),
  publishedAt: z.string().describe("With offset"),
  correction: z
    .enum(["late-counts", "method", "operator"])
    .nullable()
    .describe(
      "null: the first. late-counts: days were counted after it was published; method: other definitions; operator: see note",
    ),
  note: z
    .object({ greek: z.string(), english: z.string() })
    .nullable()
    .describe("Why somebody had it corrected; null: it was not corrected by anybody"),
  offices: z.int(),
  officesRecorded: z.int().describe("Of these, who recorded anything of that month"),
  csv: file,
  json: file,
});
export type OpenVersion = z.infer<typeof openVersionResponse>;

export const openMonthsResponse = z.object({
  licence: z.string(),
  schema: z.string().describe("Table Schema of the CSV files: what each column says"),
  dataPackage: z.string(),
  nextMonth: z.string().nullable().describe("The next that will be published, as 2026-11; null: none is counted yet"),
  nextOn: dateText.nullable(),
  months: z.array(
    z.object({
      month: z.string().describe("As 2026-10"),
      versions: z.array(openVersionResponse).describe("Newest first"),
    }),
  ),
});
export type OpenMonths = z.infer<typeof openMonthsResponse>;
