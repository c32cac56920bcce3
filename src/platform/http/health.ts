import type pg from "pg";
import { Refusal } from "../refusal.ts";
import type { App } from "./server.ts";

/** /healthz: the process lives; /readyz: it can serve, the database included. */
export function healthRoutes(app: App, pool: pg.Pool): void {
  const watch = { config: { isWatch: true }, schema: { hide: true } };
  app.get("/healthz", watch, async () => ({ status: "ok" }));
  app.get("/readyz", watch, async () => {
    await pool.query("select 1").catch(() => {
      throw new Refusal(503, "unavailable", { values: { seconds: 1 } });
    });
    return { status: "ready" };
  });
}
