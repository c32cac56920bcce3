import { z } from "zod";
import { memoizeByObject } from "./memoize.ts";

/** Said in the contract of whatever shows or takes data of a citizen, in the words of OpenAPI. */
const MARK = "x-personal-data";

/** Marks a schema whose values are a citizen's data: no route may answer with it without leaving an entry in the audit. */
export const personal = <Schema extends z.ZodType>(schema: Schema): Schema => schema.meta({ [MARK]: true });

/** Whether such data is anywhere in it; asked of each once, for most routes refuse alike. */
export const isPersonal: (schema: z.ZodType) => boolean = memoizeByObject((schema: z.ZodType) =>
  JSON.stringify(z.toJSONSchema(schema, { unrepresentable: "any" })).includes(`"${MARK}":true`),
);
