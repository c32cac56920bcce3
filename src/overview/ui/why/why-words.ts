import { minuteOf } from "../../../kit/dates.ts";
import { inWordsOf, type Text } from "../../../text/text.ts";
import type { Explanation } from "../../contract.ts";

type Part = Explanation["queues"][number]["parts"][number];

/** Why nobody can be given this part of the day, or that somebody can; in the words of whoever closed it. */
export function whyWords({ why, reason, reasonEn }: Part, visitMinutes: number, t: Text): string {
  const words = t(`overview.why-${why}`, { minutes: visitMinutes });
  return reason ? t("overview.why-reason", { words, reason: inWordsOf(t, reason, reasonEn) }) : words;
}

/** On the band: free is the empty track. */
export function bandLook(why: Part["why"]): "is-booked" | "is-closed" | "is-done" | null {
  if (why === "free" || why === "too-short" || why === "repeated-hour") return null;
  if (why === "taken") return "is-booked";
  return why === "past" ? "is-done" : "is-closed";
}

/** The answer in one sentence: the first time that there is, or what takes most of the day. */
export function whyAnswer({ queues }: Explanation, t: Text): string {
  const starts = queues.flatMap(({ name, parts }) =>
    parts.flatMap(({ start }) => (start === null ? [] : [{ time: start, queue: name }])),
  );
  const [first] = starts.sort((a, b) => minuteOf(a.time) - minuteOf(b.time));
  if (first) return t("overview.why-first", first);
  const main = mainReason(queues.flatMap(({ parts, visitMinutes }) => parts.map((part) => ({ part, visitMinutes }))));
  return main ? t("overview.why-none", { why: whyWords(main.part, main.visitMinutes, t) }) : t("overview.why-no-queue");
}

interface OfQueue {
  readonly part: Part;
  readonly visitMinutes: number;
}

/** Outside of its hours nobody expects a time: that is the reason only where there is no other. */
function mainReason(parts: readonly OfQueue[]): OfQueue | undefined {
  const inside = parts.filter(({ part }) => part.why !== "outside-hours");
  const known = inside.length > 0 ? inside : parts;
  const minutes = (why: Part["why"]) =>
    known
      .filter(({ part }) => part.why === why)
      .reduce((sum, { part }) => sum + minuteOf(part.to) - minuteOf(part.from), 0);
  return [...known].sort((a, b) => minutes(b.part.why) - minutes(a.part.why))[0];
}
