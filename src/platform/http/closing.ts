import { Server } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { App } from "./server.ts";

/** Clients that keep asking learn within this time, by an answer, that their connection closes. */
const GRACE_MS = 250;
const SWEEP_MS = 50;
/** After this nobody is waited for who is still sending, or not reading. */
const LAST_CALL_MS = 7_000;

/** A server told to stop answers everything it was asked, and then waits for nobody. */
export function closeGently(app: App): void {
  const { server } = app;
  app.addHook("preClose", async () => {
    if (!server.listening) return;
    setTimeout(() => server.closeAllConnections(), LAST_CALL_MS).unref();
    // Only the door: an HTTP server's own close() also breaks connections on which a request is just arriving.
    Server.prototype.close.call(server);
    await sleep(GRACE_MS);
    // Answers that were under way have not said that the connection closes, and it would stay for its next request.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    server.once("close", () => clearInterval(sweep));
  });
}
