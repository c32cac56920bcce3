import { createHash } from "node:crypto";
import { type Html, html } from "../../platform/text/html.ts";
import { clockText, minuteOfDay } from "../../platform/time.ts";
import type { PageReader } from "../frame/reader.ts";

/**
 * A time that nobody offers and only programs find: no eye sees it, no key reaches it, nothing reads it aloud, and since it is
 * sent by a form no browser fetches it ahead. Whoever sends it is answered as for a time just taken. It is counted, and
 * nothing is refused for it, then or later.
 */

interface DecoyDay {
  readonly office: string;
  /** "2026-12-02" */
  readonly date: string;
}

const FROM = minuteOfDay("09:00");
const STEP = 5;
const STEPS = 48;

/** The same for all who look at that day of the office; never on the five minutes on which queues begin and go on. */
export function decoyTime({ office, date }: DecoyDay): string {
  const [first = 0, second = 0] = createHash("sha256").update(`decoy ${office} ${date}`).digest();
  return clockText(FROM + STEP * (first % STEPS) + 1 + (second % (STEP - 1)));
}

/** Null: that day has times beside the five minutes, among which it could be one. */
export function decoyButton({ office, date }: DecoyDay, times: readonly string[], { t }: PageReader): Html | null {
  if (times.some((time) => minuteOfDay(time) % STEP !== 0)) return null;
  const at = `${date}T${decoyTime({ office, date })}`;
  return html`<div class="no-time" aria-hidden="true"><button name="at" value="${at}" tabindex="-1">${t("book.no-time")}</button></div>`;
}
