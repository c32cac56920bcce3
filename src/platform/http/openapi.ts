import swagger from "@fastify/swagger";
import { jsonSchemaTransform } from "fastify-type-provider-zod";
import type { App } from "./server.ts";

/** /openapi.json, made of the very schemas that validate. Register before the routes. */
export async function openApi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Visits Platform (Πλατφόρμα Επισκέψεων)",
        version: "1.0.0",
        description:
          "Dates are local dates, times local times in Europe/Athens, instants carry an offset. Errors are " +
          "problem documents (RFC 9457) with a stable `code`. Booking and moving need an Idempotency-Key; changes " +
          "of what exists need If-Match with the version seen.",
        license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
      },
      components: {
        securitySchemes: { session: { type: "apiKey", in: "cookie", name: "__Host-session" } },
      },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
  });
  app.get("/openapi.json", { schema: { hide: true } }, async () => app.swagger());
}
