import type pg from "pg";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { Refusal } from "../refusal.ts";
import type { App } from "./server.ts";

/** /healthz: the process lives; /readyz: it can serve, the database included; /metrics for Prometheus. */
export function healthRoutes(app: App, pool: pg.Pool): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: "http_request_seconds",
    help: "Time to answer, by route and status",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  const open = { config: { isWatch: true }, schema: { hide: true } };
  app.get("/healthz", open, async () => ({ status: "ok" }));
  app.get("/readyz", open, async () => {
    await pool.query("select 1").catch(() => {
      throw new Refusal(503, "unavailable", { values: { seconds: 1 } });
    });
    return { status: "ready" };
  });
  app.get("/metrics", open, async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}
