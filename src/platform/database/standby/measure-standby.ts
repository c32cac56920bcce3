import { Counter, Gauge } from "prom-client";
import type { App } from "../../http/server.ts";
import type { Standby } from "./standby.ts";

/** How a standby does; without one its numbers are none. @returns what counts looks by where they were made */
export function measureStandby({ metrics }: Pick<App, "metrics">, standby: Standby | null) {
  const registers = [metrics];
  const looks = new Counter({
    name: "looks_total",
    help: "Reads by which nobody decides, by where they were made",
    labelNames: ["at"],
    registers,
  });
  const fit: Gauge = new Gauge({
    name: "standby_fit",
    help: "1 while looks are made at the standby of READ_DATABASE_URL, 0 while it can't be used for them",
    registers,
    collect: () => fit.set(standby ? Number(standby.state().unfit === null) : Number.NaN),
  });
  const lag: Gauge = new Gauge({
    name: "standby_lag_seconds",
    help: "How long ago the primary was where the standby was when it was looked at last",
    registers,
    collect: () => {
      const ms = standby?.state().lagMs ?? null;
      lag.set(ms === null ? Number.NaN : ms / 1_000);
    },
  });
  return (at: "standby" | "primary"): void => looks.inc({ at });
}
