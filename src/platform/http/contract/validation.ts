import type { FastifySchemaCompiler } from "fastify";
import { z } from "zod";
import { type FieldError, Refusal } from "../../refusal.ts";
import { MOST_FAULTS } from "../problem.ts";
import type { App } from "../server.ts";

const LONGEST_NAME = 100;

/** A request that does not fit the contract is refused with the first of its faults, however many there are. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data) => {
    const { error, data: value } = schema.safeParse(data);
    if (!error) return { value };
    const errors = error.issues.slice(0, MOST_FAULTS).flatMap(fieldErrorsOf);
    return { error: new Refusal(400, "request-malformed", { errors }) };
  };

function fieldErrorsOf(issue: z.core.$ZodIssue): FieldError[] {
  const { code, path, message } = issue;
  const field = nameOf(path);
  if (code === "unrecognized_keys")
    return issue.keys.slice(0, MOST_FAULTS).map((name) => ({
      field: nameOf([...path, name]),
      code: "field-unknown",
      values: { name: name.slice(0, 40) },
    }));
  // A rule of a contract names its code.
  if (code === "custom" && message) return [{ field, code: message }];
  const isMissing = code === "invalid_type" && message.endsWith("received undefined");
  return [{ field, code: isMissing ? "field-required" : "field-malformed" }];
}

const nameOf = (path: readonly PropertyKey[]): string => path.join(".").slice(0, LONGEST_NAME);

/** A parameter that a route does not know is refused, also where the route takes none: a slip must not go unnoticed. */
export function strictQuery(app: App): void {
  app.addHook("onRoute", (route) => {
    if (!route.url.startsWith("/api/") || route.schema?.querystring) return;
    route.schema = { ...route.schema, querystring: z.strictObject({}) };
  });
}
