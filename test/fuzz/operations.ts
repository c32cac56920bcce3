import { z } from "zod";
import type { App } from "../../src/platform/http/server.ts";

/** What /openapi.json says the program answers: every route with its parameters, body and responses. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  readonly body: Schema | null;
  /** A successful answer goes on until somebody ends it */
  readonly isStream: boolean;
  /** A successful answer is a page; a person who is refused gets one too, and the refusal is recorded */
  readonly isPage: boolean;
  /** In which a refusal may come, by status */
  readonly refusalTypes: Readonly<Record<string, readonly string[]>>;
  /** A successful answer is a table for other programs */
  readonly isTable: boolean;
  /** Says whether a successful answer is as declared */
  readonly success: Readonly<Record<string, z.ZodType>>;
}

export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
}

const STREAM = "text/event-stream";
const PAGE = "text/html";
const TABLE = "text/csv";

type JsonSchema = Exclude<Parameters<typeof z.fromJSONSchema>[0], boolean>;

interface Described {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: JsonSchema }>> }>>;
}

export async function operationsOf(app: App): Promise<Operation[]> {
  const document = resolved((await app.inject({ method: "GET", url: "/openapi.json" })).json());
  // What a calendar reads is no part of the interface, and refused by a page.
  const paths = Object.entries(document.paths).filter(([path]) => path.startsWith("/api/"));
  return paths.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      method: method.toUpperCase(),
      path,
      query: (described.parameters ?? []).filter((one) => one.in === "query").map((one) => one.name),
      body: described.requestBody?.content["application/json"]?.schema ?? null,
      isStream: described.responses["200"]?.content?.[STREAM] !== undefined,
      isPage: described.responses["200"]?.content?.[PAGE] !== undefined,
      refusalTypes: Object.fromEntries(
        Object.entries(described.responses).map(([status, { content }]) => [status, Object.keys(content ?? {})]),
      ),
      isTable: described.responses["200"]?.content?.[TABLE] !== undefined,
      success: successOf(described),
    })),
  );
}

/** Each reference replaced by what it names. */
function resolved(document: Record<string, unknown>): { paths: Record<string, Record<string, Described>> } {
  const named = (reference: string) =>
    reference
      .slice(2)
      .split("/")
      .reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], document);
  const resolve = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(resolve);
    if (typeof part !== "object" || part === null) return part;
    if ("$ref" in part) return resolve(named(part.$ref as string));
    return Object.fromEntries(Object.entries(part).map(([key, member]) => [key, resolve(member)]));
  };
  return resolve(document) as { paths: Record<string, Record<string, Described>> };
}

function successOf({ responses }: Described): Record<string, z.ZodType> {
  const successes = Object.entries(responses).filter(([status]) => status.startsWith("2"));
  return Object.fromEntries(
    successes.map(([status, { content }]) => {
      const schema = (content?.["application/json"] ?? content?.[STREAM] ?? content?.[PAGE] ?? content?.[TABLE])
        ?.schema;
      return [status, status !== "204" && schema ? z.fromJSONSchema(schema) : z.undefined()];
    }),
  );
}
