import type { DayNote } from "../../kit/ui/day-calendar.tsx";
import type { Text } from "../../text/text.ts";

/** As the weeks of an office tell of a day. */
export interface DayTaken {
  readonly isPast: boolean;
  readonly closed: { readonly kind: string } | null;
  readonly queues: readonly {
    readonly number: number;
    readonly taken: number;
    readonly closed: { readonly kind: string } | null;
  }[];
}

/** How many appointments a day has, or that nobody serves then anyway. Pure. @param queue null: all */
export function takenNote({ isPast, closed, queues }: DayTaken, queue: number | null, t: Text): DayNote | null {
  if (isPast) return null;
  const own = queues.filter(({ number }) => queue === null || number === queue);
  const taken = own.reduce((sum, each) => sum + each.taken, 0);
  const closing = queue === null ? closed : (own[0]?.closed ?? closed);
  const words = taken === 0 ? t("rules.no-appointments") : t("rules.day-count", { count: taken });
  const number = taken === 0 ? "–" : String(taken);
  if (!closing) return { short: number, words, isShut: false };
  const shut = t(closing.kind === "holiday" ? "rules.day-holiday" : "rules.day-closed");
  return { short: taken === 0 ? shut : number, words: `${shut}, ${words}`, isShut: true };
}
