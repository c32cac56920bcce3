import { numericDate } from "../../../kit/dates.ts";
import { type Language, type Text, textIn } from "../../../text/text.ts";
import type { Queue, Queues } from "../../contract.ts";
import { weekdayName } from "../weekday-name.ts";
import { datesOf, type HoursDraft } from "./hours-draft.ts";
import { WEEKDAYS, type Week, weekFrom } from "./hours-week.ts";
import { type Schedule, schedulesOf } from "./schedules.ts";

/** What a queue's hours may be copied from. Pure. */

export const SOURCE_KINDS = ["queue", "season", "day"] as const;

export interface CopySource {
  readonly key: string;
  readonly kind: (typeof SOURCE_KINDS)[number];
  readonly name: string;
  readonly week: Week;
  /** Of that week only this weekday; null: each from its own */
  readonly day: number | null;
}

/** Other queues as they serve then, every other schedule that a queue has, and the weekdays of the form itself. */
export function copySources(
  { draft, week }: { readonly draft: HoursDraft; readonly week: Week },
  { queues, now }: Queues,
  own: Queue,
  language: Language,
): CopySource[] {
  const t = textIn(language);
  const from = datesOf(draft, now.date).from || now.date;
  const present = queues.filter(({ archived }) => !archived);
  return [
    ...present
      .filter(({ number, hours }) => number !== own.number && hours[0])
      .map(({ number, name, hours }) => ({
        key: `queue ${number}`,
        kind: "queue" as const,
        name,
        day: null,
        week: weekFrom(hours, from),
      })),
    ...present.flatMap((queue) =>
      schedulesOf(queue, now.date).map((schedule) => ({
        key: `season ${queue.number} ${schedule.from}`,
        kind: "season" as const,
        name: `${queue.name}, ${periodWords(schedule, t)}`,
        day: null,
        week: schedule.week,
      })),
    ),
    ...WEEKDAYS.map((day) => ({
      key: `day ${day}`,
      kind: "day" as const,
      name: weekdayName(day, language),
      week,
      day,
    })),
  ];
}

function periodWords({ from, to }: Schedule, t: Text): string {
  const since = from && t("queues.since", { date: numericDate(from) });
  const until = to && t("queues.until", { date: numericDate(to) });
  return [since, until].filter(Boolean).join(" ");
}
