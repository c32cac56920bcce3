import { inSentence } from "../../appointments/ui/panel/words/read-aloud.ts";
import { dayAndMonth } from "../../kit/dates.ts";
import type { Service } from "../../offices/contract.ts";
import { inWordsOf, type Language, type Text } from "../../text/text.ts";
import type { Closing, DayRoom, Room, Weeks } from "../contract.ts";

/** Words for the room of a day. Pure. */

type Queues = Weeks["queues"];

export const freeOn = ({ queues }: Pick<DayRoom, "queues">): number => queues.reduce((sum, { free }) => sum + free, 0);

/** 12 ελεύθερες; πλήρης; αργία: Χριστούγεννα */
export function dayWords(day: DayRoom, t: Text): string {
  if (day.isPast) return pastWords(day, t);
  if (day.closed) return closedWords(day.closed, t);
  const free = freeOn(day);
  if (free > 0) return t("overview.free", { count: free });
  return t(day.queues.some(({ offered }) => offered > 0) ? "overview.full" : "overview.over");
}

function pastWords(day: DayRoom, t: Text): string {
  const taken = day.queues.reduce((sum, room) => sum + room.taken, 0);
  if (taken === 0) return day.closed ? closedWords(day.closed, t) : t("overview.past-none");
  return t("overview.past", { count: taken });
}

export const closedWords = ({ kind, reason, reasonEn }: NonNullable<Closing>, t: Text): string =>
  t(`overview.closed-${kind}`, { reason: inWordsOf(t, reason ?? "", reasonEn) });

/** Πέμπτη 26 Νοεμβρίου: 12 ελεύθερες, Ουρά 1: 5 από 28, Ουρά 2: ανενεργή */
export function dayName(
  day: DayRoom,
  { queues, now }: Pick<Weeks, "queues" | "now">,
  t: Text,
  language: Language,
): string {
  const isOpen = !day.isPast && !day.closed;
  const parts = [
    dayWords(day, t),
    day.isPast && t("overview.has-passed"),
    isOpen && day.holiday && inWordsOf(t, day.holiday, day.holidayEn),
    ...(isOpen ? activeQueues(day, queues).map(({ room, name }) => queueWords(room, name, t)) : []),
  ];
  const date = dayAndMonth(day.date, language);
  const named = day.date === now.date ? `${date}, ${t("overview.is-today")}` : date;
  return `${named}: ${parts.filter(Boolean).join(", ")}`;
}

/** Those that could serve: an inactive one says nothing about room. */
export const activeQueues = ({ queues: rooms }: Pick<DayRoom, "queues">, queues: Queues) =>
  rooms.flatMap((room) => {
    const queue = queues.find(({ number }) => number === room.number);
    return queue?.active ? [{ room, name: queue.name }] : [];
  });

export function queueWords({ free, offered, closed }: Room, queue: string, t: Text): string {
  if (offered > 0) return t("overview.queue-room", { queue, free, offered });
  return t("overview.queue-says", { queue, words: queueClosedWords(closed, t) });
}

/** Why a queue serves nobody on a day on which others do. */
export function queueClosedWords(closed: Closing, t: Text): string {
  if (!closed) return t("overview.over");
  if (closed.kind === "hours") return t("overview.queue-hours");
  return closed.kind === "inactive" ? t("overview.queue-inactive") : closedWords(closed, t);
}

/** Within a sentence: γνήσιο υπογραφής */
export const serviceWords = ({ shortName, nameEn }: Service, language: Language): string =>
  inSentence(language === "en" ? nameEn : shortName, language);
