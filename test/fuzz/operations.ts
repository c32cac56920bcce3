import { z } from "zod";
import type { App } from "../../src/platform/http/server.ts";

/** What /openapi.json says the program answers: every route with its parameters, body and responses. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  readonly body: Schema | null;
  /** Says whether a successful answer is as declared */
  readonly success: Readonly<Record<string, z.ZodType>>;
}

export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
}

type JsonSchema = Exclude<Parameters<typeof z.fromJSONSchema>[0], boolean>;

interface Described {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: JsonSchema }>> }>>;
}

export async function operationsOf(app: App): Promise<Operation[]> {
  const document = (await app.inject({ method: "GET", url: "/openapi.json" })).json();
  return Object.entries<Record<string, Described>>(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      method: method.toUpperCase(),
      path,
      query: (described.parameters ?? []).filter((one) => one.in === "query").map((one) => one.name),
      body: described.requestBody?.content["application/json"]?.schema ?? null,
      success: successOf(described),
    })),
  );
}

function successOf({ responses }: Described): Record<string, z.ZodType> {
  const json = Object.entries(responses).flatMap(([status, { content }]) => {
    const schema = content?.["application/json"]?.schema;
    return status.startsWith("2") && schema ? [[status, z.fromJSONSchema(schema)] as const] : [];
  });
  return Object.fromEntries(json);
}
