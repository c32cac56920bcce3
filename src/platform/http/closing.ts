import { Server } from "node:net";
import { setImmediate as afterArrivals, setTimeout as sleep } from "node:timers/promises";
import type { App } from "./server.ts";

/** A connection on which nothing was asked for so long belongs to nobody who is asking just now. */
const GRACE_MS = 1_000;
/** After this nobody is waited for who is still sending, or not reading. */
const LAST_CALL_MS = 7_000;

/**
 * A server told to stop answers everything it was asked, and then waits for nobody. From now on every answer says that
 * its connection closes, those under way too: whoever keeps asking learns it by an answer, never by a reset.
 */
export function closeGently(app: App): void {
  const { server } = app;
  let isClosing = false;
  app.addHook("onSend", async (_request, reply) => {
    if (isClosing) reply.header("connection", "close");
  });
  app.addHook("preClose", async () => {
    if (!server.listening) return;
    isClosing = true;
    setTimeout(() => server.closeAllConnections(), LAST_CALL_MS).unref();
    // Connections that wait before the door are let in first.
    await afterArrivals();
    // Only the door: an HTTP server's own close() also breaks connections on which a request is just arriving.
    Server.prototype.close.call(server);
    await sleep(GRACE_MS);
    // Requests that have arrived meanwhile are read first; only then is it known which connections are idle.
    await afterArrivals();
    server.closeIdleConnections();
  });
}
