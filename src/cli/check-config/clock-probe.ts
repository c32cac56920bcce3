import type pg from "pg";
import { systemClock } from "../../platform/time.ts";
import { fine, type ProbeResult, type ProbeTarget, wrong } from "./probe.ts";

const TARGET: ProbeTarget = { probe: "clock", setting: "NTP" };

/** Beyond this, times that are held and sessions that end differ between machines */
const MOST_MS = 2_000;

/** The machine's clock against the database's, which is taken to have been read in the middle of its question. */
export async function probeClock(client: pg.Client): Promise<ProbeResult> {
  const before = systemClock();
  const { rows } = await client.query<{ ms: number }>("select extract(epoch from clock_timestamp()) * 1000 as ms");
  const after = systemClock();
  const middle = (before.epochMilliseconds + after.epochMilliseconds) / 2;
  return judgeClock(Number(rows[0]?.ms) - middle);
}

/** Pure. @param apartMs how far the database's clock is ahead of the machine's */
export function judgeClock(apartMs: number): ProbeResult {
  const seconds = Math.round(Math.abs(apartMs) / 100) / 10;
  return Math.abs(apartMs) > MOST_MS
    ? wrong(TARGET, "clocks-apart", { seconds })
    : fine(TARGET, "clock-fine", { seconds });
}
