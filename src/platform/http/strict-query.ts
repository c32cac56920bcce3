import { z } from "zod";
import type { App } from "./server.ts";

/** A parameter that a route does not know is refused, also where the route takes none: a slip must not go unnoticed. */
export function strictQuery(app: App): void {
  app.addHook("onRoute", (route) => {
    if (!route.url.startsWith("/api/") || route.schema?.querystring) return;
    route.schema = { ...route.schema, querystring: z.strictObject({}) };
  });
}
