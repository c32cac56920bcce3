import type pg from "pg";
import { requireWritable } from "../database/takes-writes.ts";
import { Refusal } from "../refusal.ts";
import type { App } from "./server.ts";

/** /healthz: the process lives; /readyz: it can serve, so that its database answers and takes writes. */
export function healthRoutes(app: App, pool: pg.Pool): void {
  const watch = { config: { isWatch: true }, schema: { hide: true } };
  app.get("/healthz", watch, async () => ({ status: "ok" }));
  app.get("/readyz", watch, async () => {
    await lookAt(pool).catch(() => {
      throw new Refusal(503, "unavailable", { values: { seconds: 1 } });
    });
    return { status: "ready" };
  });
}

/** A connection with which nobody could serve is given up. */
async function lookAt(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await requireWritable(client);
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
  client.release();
}
