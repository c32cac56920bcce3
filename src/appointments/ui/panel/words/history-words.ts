import { numericDate, timeOf } from "../../../../kit/dates.ts";
import type { Text } from "../../../../text/text.ts";
import type { AppointmentHistory } from "../../../contract.ts";
import { type AppointmentWording, appointmentLabel, isBlank, valueWords } from "./field-words.ts";

export type HistoryEvent = AppointmentHistory["events"][number];

/** An event as sentences: the act, its author and its time, and the fields that it changed */
export interface EventWords {
  readonly version: number;
  readonly title: string;
  readonly by: string;
  readonly changes: readonly string[];
}

export function eventWords(
  event: HistoryEvent,
  events: readonly HistoryEvent[],
  wording: AppointmentWording,
): EventWords {
  const { t } = wording;
  const at = momentWords(event.at);
  return {
    version: event.version,
    title: titleOf(event, events, t),
    by: event.by === null ? t(placeOf(event), { at }) : t("panel.history-by", { at, by: event.by }),
    changes: event.changes.flatMap((change) => changeWords(change, wording)),
  };
}

/** Where a citizen did it by themselves, or for whose wish it was done. */
function placeOf(event: HistoryEvent) {
  if (isErasure(event)) return "panel.history-erasure";
  return event.kind === "arrived" ? "panel.history-entrance" : "panel.history-online";
}

/** A name was erased because its person asked for it: it is gone from before as from after (db/functions/forget_companions.sql). */
export const isErasure = ({ by, changes }: HistoryEvent): boolean =>
  by === null && changes.length > 0 && changes.every(isNoChange);

const isNoChange = ({ from, to }: HistoryEvent["changes"][number]): boolean =>
  JSON.stringify(from) === JSON.stringify(to);

function titleOf(event: HistoryEvent, events: readonly HistoryEvent[], t: Text): string {
  const undone = events.find(({ version }) => version === event.undoes);
  if (undone) return t("panel.event-undone-of", { event: t(`panel.event-${undone.kind}`) });
  const act = t(`panel.event-${event.kind}`);
  return event.fromPaper === null ? act : t("panel.history-paper", { event: act, time: timeOf(event.fromPaper) });
}

/** 24/11/2026, 10:36 */
export const momentWords = (at: string): string => `${numericDate(at.slice(0, 10))}, ${timeOf(at)}`;

/** The status speaks through the event itself; what has no name of ours is not for people. */
function changeWords(change: HistoryEvent["changes"][number], wording: AppointmentWording): string[] {
  if (isNoChange(change)) return [];
  const { field, from, to } = change;
  const { t } = wording;
  const label = appointmentLabel(field, t);
  if (label === null || field === "status") return [];
  const values = {
    field: label,
    from: valueWords(field, from, wording),
    to: valueWords(field, to, wording),
  };
  if (isBlank(from)) return [t("panel.history-added", values)];
  return [isBlank(to) ? t("panel.history-removed", values) : t("panel.history-change", values)];
}
