import { atTime } from "../../kit/dates.ts";
import type { DatedHours } from "../../offices/hours/dated-hours.ts";
import { type OfficeHours, type OpenState, officeHours, type Side, stateAt } from "../../offices/hours/office-hours.ts";
import { memoizeByObject } from "../../platform/memoize.ts";
import { dateOf } from "../../platform/time.ts";
import { relativeLongDate } from "../choose/date-words.ts";
import { inGreek, reasonInWords } from "../frame/names.ts";
import type { PageReader } from "../frame/reader.ts";
import { DAYS_AHEAD, type SeenOffice } from "./seen-office.ts";
import type { ClosingTime } from "./serving-sql.ts";

/** Whether an office is open now, or when it opens. */
export interface OpenNow {
  readonly isOpen: boolean;
  readonly words: string;
}

/** Null: its hours are not known. */
export function openNow(office: SeenOffice, now: Temporal.Instant, reader: PageReader): OpenNow | null {
  const state = stateOf(office, "counter", now);
  const { t } = reader;
  if (state.is === "unknown") return null;
  if (state.is === "open") return { isOpen: true, words: t("finder.open-until", { time: state.until }) };
  const why = state.why && closedBecause(state.why, reader);
  const closed = why ? t("finder.not-today", { reason: why }) : t("finder.closed-at-present");
  const opens = opensWords(state, "finder.opens-at", now, reader);
  return { isOpen: false, words: [closed, opens].filter(Boolean).join(" ") };
}

/** Whether the telephone is answered now, or when; null: not known, or not in the next weeks. */
export function answersWords(office: SeenOffice, now: Temporal.Instant, reader: PageReader): string | null {
  const state = stateOf(office, "telephone", now);
  if (state.is === "unknown") return null;
  if (state.is === "open") return reader.t("finder.answers-until", { time: state.until });
  return opensWords(state, "finder.answers-at", now, reader);
}

/** Read once of what was loaded, however often a card looks. */
const hoursOf = memoizeByObject(officeHours);

export const seenHours = ({ serving }: SeenOffice): OfficeHours => hoursOf(serving.hours);

const stateOf = (office: SeenOffice, side: Side, now: Temporal.Instant): OpenState<ClosingTime> =>
  stateAt(seenHours(office), side, { now, closed: office.serving.closed, days: DAYS_AHEAD });

function opensWords(
  { opens }: Extract<OpenState<ClosingTime>, { is: "closed" }>,
  words: "finder.opens-at" | "finder.answers-at",
  now: Temporal.Instant,
  reader: PageReader,
): string | null {
  if (!opens) return null;
  const day = relativeLongDate(opens.date, dateOf(now), reader);
  return reader.t(words, { day, time: atTime(opens.time, reader.language) });
}

/** What an office wrote itself is in Greek. */
export const closedBecause = (why: ClosingTime | DatedHours, reader: PageReader): string =>
  "reasonEn" in why ? reasonInWords(why, reader) : why.reason && inGreek(why.reason, reader);
