import type { Operation, Schema } from "../fuzz/operations.ts";

/** Where a request takes a text that anybody may make up, by the published contract: "POST /api/… business.name". */
export const fieldTexts = (operations: readonly Operation[]): string[] =>
  operations.flatMap(({ method, path, body }) =>
    body ? textsIn(body).map((field) => `${method} ${path} ${field}`) : [],
  );

interface Described extends Schema {
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
}

function textsIn(schema: Schema, path: readonly string[] = []): string[] {
  const { type, properties = {}, items, anyOf = [], oneOf = [], additionalProperties, ...rest } = schema as Described;
  const below = [
    ...Object.entries(properties).flatMap(([name, member]) => textsIn(member, [...path, name])),
    ...(items ? textsIn(items, [...path, "*"]) : []),
    ...(typeof additionalProperties === "object" ? textsIn(additionalProperties, [...path, "*"]) : []),
    ...[...anyOf, ...oneOf].flatMap((choice) => textsIn(choice, path)),
  ];
  const isText = type === "string" || (Array.isArray(type) && type.includes("string"));
  const isFree = !rest.enum && rest.const === undefined && !rest.format && !rest.pattern;
  return [...new Set(isText && isFree ? [...below, path.join(".")] : below)];
}
