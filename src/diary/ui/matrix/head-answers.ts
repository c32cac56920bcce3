import type { DiaryPreview, HeadAnswer } from "../../contract.ts";

/** What a person says of the heads of columns. Pure. */

type Matrix = NonNullable<DiaryPreview["matrix"]>;
export type ShownHead = Matrix["heads"][number];
type HeadAnswers = Readonly<Record<number, HeadAnswer>>;

/** The column is passed over */
export const OUT = "out";

interface Answer {
  readonly value: string;
  readonly heads: readonly ShownHead[];
}

/** Of weekdays alone, one that is told tells the others of its row: they are of one week. */
export function answersOf(kind: Matrix["kind"], head: ShownHead, { value, heads }: Answer): HeadAnswers {
  const own = { [head.id]: answerOf(kind, value) };
  if (kind !== "days" || value === OUT || value === "") return own;
  const beside = heads.filter((other) => other !== head && lineOf(other) === lineOf(head) && other.date === null);
  const week = weekOf(value);
  const others = beside.flatMap((other) => {
    const date = other.days.find((day) => weekOf(day) === week);
    return isWeekday(other) && date && !other.isLeftOut ? [[other.id, { date }] as const] : [];
  });
  return { ...Object.fromEntries(isWeekday(head) ? others : []), ...own };
}

function answerOf(kind: Matrix["kind"], value: string): HeadAnswer {
  if (value === "") return {};
  if (value === OUT) return { isLeftOut: true };
  return kind === "days" ? { date: value } : { queue: Number(value) };
}

/** Without a date of its own it may be of several weeks. */
const isWeekday = ({ days }: ShownHead): boolean => days.length > 2;

/** «C12» */
const lineOf = ({ label }: ShownHead): string => label.replace(/\D/g, "");

const weekOf = (date: string): string => {
  const day = Temporal.PlainDate.from(date);
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
};
