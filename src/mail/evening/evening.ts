import { factsOfOffice } from "../../appointments/place/facts.ts";
import { openParts, queueDays } from "../../availability/queue-day.ts";
import { dayAndMonth, onDayInWords } from "../../kit/dates.ts";
import { officesWithoutMessage, planMessage, skipOccasion } from "../../outbox/messages.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { clockTextOf, dateOf, instantOf, localDay } from "../../platform/time.ts";
import { textIn } from "../../text/text.ts";
import type { MessageKind, MessageText } from "../message/message-kind.ts";
import { eveningAddress, expectedByQueue, officesWithEvening } from "./evening-sql.ts";
import "../../text/server.ts";

/** How many come to an office the next day, by queue: numbers alone. */
interface NextDay {
  readonly date: string;
  /** The clock in Athens when they were counted */
  readonly countedAt: string;
  /** When the first queue serves, or the first visit stands */
  readonly beginsAt: string;
  readonly queues: readonly { readonly queue: number; readonly count: number }[];
}

const KIND = "evening";
/** When the last counters have closed, and whoever was reminded has cancelled; what none has come to before midnight is too late. */
const HOUR = "20:00";

/** Each evening, for an office that wishes so and serves the next day. */
export const evening: MessageKind<NextDay> = {
  write,
  uselessFrom: ({ beginsAt }) => Temporal.Instant.from(beginsAt),
  planner: {
    offices: async (tx, now) =>
      clockTextOf(now) < HOUR ? [] : officesWithoutMessage(tx, await officesWithEvening(tx), occasionOf(now)),
    plan: planEvening,
  },
};

const tomorrow = (now: Temporal.Instant): Temporal.PlainDate => dateOf(now).add({ days: 1 });
const occasionOf = (now: Temporal.Instant) => ({ kind: KIND, occasion: tomorrow(now).toString() });

async function planEvening(tx: Tx, office: number, now: Temporal.Instant): Promise<void> {
  const to = await eveningAddress(tx, office);
  if (to === null) return;
  const payload = await nextDay(tx, office, now);
  if (!payload) return skipOccasion(tx, office, occasionOf(now), now);
  await planMessage(tx, office, { ...occasionOf(now), to, payload }, now);
}

/** Null: no queue serves that day, and nobody was left standing in it. */
async function nextDay(tx: Read, id: number, now: Temporal.Instant): Promise<NextDay | null> {
  const date = tomorrow(now);
  const day = localDay(date);
  const [facts, expected] = await Promise.all([
    factsOfOffice(tx, { id }, date, date),
    expectedByQueue(tx, id, { from: instantOf(day.from), to: instantOf(day.to) }),
  ]);
  const serving = queueDays(facts, day)
    .filter(({ queue }) => queue.active)
    .flatMap((queueDay) => openParts(queueDay).map(({ from }) => ({ queue: queueDay.queue.number, count: 0, from })));
  const all = [...serving, ...expected];
  if (all.length === 0) return null;
  const queues = [...Map.groupBy(all, ({ queue }) => queue)].map(([queue, parts]) => ({
    queue,
    count: parts.reduce((sum, { count }) => sum + count, 0),
  }));
  return {
    date: date.toString(),
    countedAt: clockTextOf(now),
    beginsAt: instantOf(Math.min(...all.map(({ from }) => from))).toString(),
    queues: queues.sort((a, b) => a.queue - b.queue),
  };
}

function write({ date, countedAt, queues }: NextDay): MessageText {
  const t = textIn("el");
  const visits = (count: number) => t("office.evening-visits", { count });
  const sum = visits(queues.reduce((all, { count }) => all + count, 0));
  return {
    subject: `${dayAndMonth(date, "el")}: ${sum}`,
    preview: t("office.evening-counted", { time: countedAt }),
    heading: t("office.evening-heading", { day: onDayInWords(date, "el") }),
    paragraphs: [t("office.evening-counted", { time: countedAt })],
    facts: [
      ...queues.map(({ queue, count }) => ({ label: t("office.evening-queue", { queue }), value: visits(count) })),
      { label: t("office.evening-sum"), value: sum, isStrong: true },
    ],
    why: t("office.evening-why"),
  };
}
