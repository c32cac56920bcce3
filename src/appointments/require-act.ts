import { Refusal } from "../platform/refusal.ts";
import { clockTextOf, dateOf } from "../platform/time.ts";
import type { AnyAct, Hindrance } from "./acts.ts";
import { hindrance } from "./hindrance.ts";
import type { Row } from "./sql.ts";

/** @throws Refusal 409 when its status or the clock does not allow the act */
export function requireAct(act: AnyAct, { status, starts_at }: Row, now: Temporal.Instant): void {
  const hindered = hindrance(act, { status, ...momentOf(starts_at) }, momentOf(now));
  if (!hindered) return;
  const { why, from = "" } = hindered;
  throw new Refusal(409, codeFor(act, hindered), { values: { words: `act-${why}`, from } });
}

const momentOf = (at: Temporal.Instant) => ({ date: dateOf(at).toString(), time: clockTextOf(at) });

function codeFor(act: AnyAct, { why }: Hindrance): string {
  if (act === "edit") return "appointment-not-live";
  return why === "day-to-come" || why === "too-early" ? "act-too-early" : "status-conflict";
}
