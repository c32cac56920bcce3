import type { App } from "../platform/http/server.ts";
import { noticesOf } from "../platform/notices.ts";
import { CHANNEL } from "./announce.ts";
import { createHub, type Hub } from "./hub.ts";

/** The hub of an application, which listens from when the application does, or from its first desk on, until it stops. */
export function startHub(app: App, listenUrl: () => string): Hub {
  const hub = createHub();
  const notices = noticesOf(listenUrl, CHANNEL, {
    onNotice: hub.hear,
    onHearing: () => hub.setHearing(true),
    onDeaf: () => hub.setHearing(false),
    onError: (error) => app.log.warn({ err: error }, "notices are not heard; tried again"),
  });
  app.addHook("onListen", async () => notices.start());
  // Streams never end by themselves: whoever stops would wait for them.
  app.addHook("preClose", async () => hub.close());
  app.addHook("onClose", () => notices.stop());
  return {
    ...hub,
    join: (office, desk) => {
      notices.start();
      return hub.join(office, desk);
    },
  };
}
