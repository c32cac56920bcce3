import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import swagger from "@fastify/swagger";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { z } from "zod";
import program from "../../../../package.json" with { type: "json" };
import { memoizeByObject } from "../../memoize.ts";
import { hasUnchanged, takesEncoding } from "../negotiation.ts";
import { problemResponse } from "../problem.ts";
import type { App } from "../server.ts";
import { type Document, type Feeds, type Operations, publishedDocument, type Webhooks } from "./published.ts";

/** What the document says of the program beside what its schemas do. */
export interface Contract {
  readonly operations: Operations;
  readonly webhooks: Webhooks;
  readonly feeds: Feeds;
  /** The schemas of every module, by its name: each object among them becomes a component under its own name */
  readonly modules: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** /openapi.json, made of the very schemas that validate. Register before the routes. */
export async function openApi(app: App, { modules, ...words }: Contract): Promise<void> {
  nameSchemas(modules);
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Visits Platform (Πλατφόρμα Επισκέψεων)",
        version: program.version,
        description:
          "The version is the program's: each release may add to the contract, and what lies under /api/public/v1 " +
          "stays so that what works with it goes on to work. What is to go is marked deprecated here at least twelve " +
          "months before, with what comes in its place, and goes with /v1 as a whole. Whoever reads passes over members " +
          "that they don't know. All else is of the program's own pages, and may change with each release. " +
          "Dates are local dates, times local times in Europe/Athens, instants carry an offset. Errors are " +
          "problem documents (RFC 9457) with a stable `code`. Booking and moving need an Idempotency-Key; changes " +
          "of what exists need If-Match with the version seen.",
        contact: { name: "Whoever runs this installation" },
        license: { name: "EUPL-1.2", url: "https://eupl.eu/1.2/en/" },
      },
      servers: [{ url: "/", description: "The installation that serves this document" }],
      components: {
        securitySchemes: {
          session: { type: "apiKey", in: "cookie", name: "__Host-session" },
          partnerKey: { type: "http", scheme: "bearer", description: "A key that the ministry has given" },
          printerKey: {
            type: "http",
            scheme: "bearer",
            description: "A key of a device, made by the head of its office",
          },
        },
      },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => publishedDocument(jsonSchemaTransformObject(document) as Document, words) as never,
  });
  app.get("/openapi.json", { schema: { hide: true } }, async (request, reply) => {
    const document = documentOf(app);
    reply.headers({ etag: document.etag, "cache-control": "no-cache", vary: "accept-encoding" });
    if (hasUnchanged(request, document.etag)) return reply.code(304).send();
    reply.type("application/json; charset=utf-8");
    if (!takesEncoding(request, "gzip")) return reply.send(document.text);
    return reply.header("content-encoding", "gzip").send(document.gzipped);
  });
}

interface Written {
  readonly text: string;
  readonly gzipped: Buffer;
  readonly etag: string;
}

/** Written once, and compressed once: it is the same for as long as the process lives. */
const documentOf = memoizeByObject((app: App): Written => {
  const text = JSON.stringify(app.swagger());
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
  return { text, gzipped: gzipSync(text), etag };
});

/**
 * `appointmentResponse` becomes Appointment, parameters of a query stay where they are; a name that two modules have gets
 * the module's before it. A schema is named once for all applications of a process.
 */
function nameSchemas(modules: Contract["modules"]): void {
  name(problemResponse, "Problem");
  const found = Object.entries(modules).flatMap(([module, exported]) =>
    Object.entries(exported).flatMap(([key, schema]) =>
      schema instanceof z.ZodObject && !key.endsWith("Params")
        ? [{ module, schema, id: capital(key.replace(/Response$/, "")) }]
        : [],
    ),
  );
  for (const { module, id, schema } of found) {
    const isShared = found.some((other) => other.id === id && other.schema !== schema);
    name(schema, isShared ? capital(module) + id : id);
  }
}

function name(schema: z.ZodType, id: string): void {
  const known = schema.meta();
  if (!known?.id) z.globalRegistry.add(schema, { ...known, id });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
