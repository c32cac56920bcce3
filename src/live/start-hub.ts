import { Counter, Gauge } from "prom-client";
import type { App } from "../platform/http/server.ts";
import type { Notices } from "../platform/notices/notices.ts";
import { createHub, type Hub, type Workers } from "./hub.ts";

/** The hub of an application, which listens from when the application does, or from its first desk on, until it stops. */
export function startHub(app: App, notices: Notices, workers: Workers): Hub {
  const hub = createHub(workers);
  const found = foundCounter(app);
  const listener = {
    onNotice: hub.hear,
    onHearing: () => {
      hub.setHearing(true);
      // One may have come before.
      workers.onRuling();
    },
    onDeaf: () => hub.setHearing(false),
    onLook: hub.hearUntil,
    onFound: (count: number) => {
      found.inc(count);
      app.log.info({ count }, "announced what a process had committed and not announced");
    },
    onError: (error: Error) => app.log.warn({ err: error }, "notices are not heard; tried again"),
  };
  measure(app, hub);
  app.addHook("onListen", async () => notices.start(listener));
  // Streams never end by themselves: without this, stopping would wait for them.
  app.addHook("preClose", async () => hub.close());
  app.addHook("onClose", () => notices.stop());
  return {
    ...hub,
    join: (office, desk) => {
      notices.start(listener);
      return hub.join(office, desk);
    },
  };
}

const foundCounter = ({ metrics }: App): Counter =>
  new Counter({
    name: "live_notices_found_total",
    help: "Notices of what a process had committed and not announced, such as one that was killed",
    registers: [metrics],
  });

/** Deaf desks look as they always do: only these numbers tell the operator. */
function measure({ metrics }: App, hub: Hub): void {
  const registers = [metrics];
  const hearing = new Gauge({
    name: "live_hearing",
    help: "1 while the changes of other processes are heard, 0 while all desks of this one are deaf",
    registers,
    collect: () => {
      hearing.set(hub.isHearing() ? 1 : 0);
    },
  });
  const desks = new Gauge({
    name: "live_desks",
    help: "Open pages that listen",
    registers,
    collect: () => {
      desks.set(hub.desks());
    },
  });
}
