import { placeForCitizen } from "../../appointments/history/word-to-citizen.ts";
import { planMails } from "../../outbox/plan.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { dateOf, instantOf, localDay } from "../../platform/time.ts";
import type { Planner } from "./planner.ts";
import { claimReminders, expectedBetween, officesToRemind } from "./reminders-sql.ts";

/** Each day, from the hour that an office has set, its citizens of the next day; what none has come to before midnight is too late. */
export const reminders: Planner = {
  offices: officesToRemind,
  plan: remindOffice,
  passOver: async (tx, office, now) => {
    await claimReminders(tx, office, tomorrow(now));
  },
};

async function remindOffice(tx: Tx, office: number, now: Temporal.Instant): Promise<void> {
  const date = tomorrow(now);
  if (!(await claimReminders(tx, office, date))) return;
  const day = localDay(date);
  const expected = await expectedBetween(tx, office, { from: instantOf(day.from), to: instantOf(day.to) });
  const mails = expected.map(({ id, email, ...visit }) => {
    const place = placeForCitizen(visit);
    return { id, email, kind: "reminder", place: [place, place] } as const;
  });
  await planMails(tx, office, mails, { at: now, dueAt: now });
}

const tomorrow = (now: Temporal.Instant): Temporal.PlainDate => dateOf(now).add({ days: 1 });
