import { daysAfter, shortDate, timeOf } from "../../../kit/dates.ts";
import type { Language, Text } from "../../../text/text.ts";
import type { Exception, Queues } from "../../contract.ts";

/** When an exception is: «Τετ 25/11, 10:00–14:00», «Δευ 7/12 – Τρί 8/12, όλη την ημέρα». */
export function exceptionTime({ from, to }: Pick<Exception, "from" | "to">, language: Language, t: Text): string {
  const [first, begins, ends] = [from.slice(0, 10), timeOf(from), timeOf(to)];
  const last = ends === "00:00" ? daysAfter(to.slice(0, 10), -1) : to.slice(0, 10);
  const days =
    first === last ? shortDate(first, language) : `${shortDate(first, language)} – ${shortDate(last, language)}`;
  if (begins === "00:00" && ends === "00:00") return `${days}, ${t("rules.all-day")}`;
  return `${days}, ${begins}–${ends === "00:00" ? "24:00" : ends}`;
}

/** Whether it has begun: of what is past of it nothing is changed any more. */
export const isRunning = ({ from }: Pick<Exception, "from">, { date, time }: Queues["now"]): boolean =>
  from.slice(0, 16) < `${date}T${time}`;

/** The day on the plan to go on with. */
export const notPast = (date: string, today: string): string => (date < today ? today : date);

/** How many of its series come after it. */
export const followingOf = ({ series, from }: Exception, all: readonly Exception[]): number =>
  all.filter((other) => other.series === series && Temporal.Instant.compare(other.from, from) > 0).length;
