import { z } from "zod";

/** Said in the contract of whatever shows or takes data of a citizen, in the words of OpenAPI. */
const MARK = "x-personal-data";

/** Marks a schema whose values are a citizen's data: no route may answer with it without leaving an entry in the audit. */
export const personal = <Schema extends z.ZodType>(schema: Schema): Schema => schema.meta({ [MARK]: true });

/** Whether such data is anywhere in it. */
export const isPersonal = (schema: z.ZodType): boolean =>
  JSON.stringify(z.toJSONSchema(schema, { unrepresentable: "any" })).includes(`"${MARK}":true`);
