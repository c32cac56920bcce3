import type { SupervisedOffice } from "../../identity/ministry-access.ts";
import type { AdministeredOffice } from "../../identity/office-access.ts";
import type { Read } from "../../platform/database/sql.ts";
import type { HowItWent } from "../contract.ts";
import type { PromiseKind } from "./office-wait.ts";
import { officeWaitOf, outcomesByMonth } from "./promise-sql.ts";
import { lastClosedDay } from "./renew.ts";
import { NO_OUTCOMES } from "./score.ts";

const MONTHS = 6;

/** What became of what was said in the closed months before a day, the latest first; a month in which nothing was said is left out. */
export async function promisesOfMonths(
  tx: Read,
  office: AdministeredOffice | SupervisedOffice,
  today: Temporal.PlainDate,
): Promise<HowItWent["promises"]> {
  const to = lastClosedDay(today);
  const from = to.with({ day: 1 }).subtract({ months: MONTHS - 1 });
  const [outcomes, wait] = await Promise.all([
    outcomesByMonth(tx, office.id, { from, to }),
    officeWaitOf(tx, office.id),
  ]);
  const months = [...Map.groupBy(outcomes, ({ month }) => month)].sort(([a], [b]) => (a < b ? 1 : -1));
  const of = (those: typeof outcomes, wanted: PromiseKind) => {
    const { within, shorter, longer, unknown } = those.find(({ kind }) => kind === wanted) ?? NO_OUTCOMES;
    return { within, shorter, longer, unknown };
  };
  return {
    months: months.map(([month, those]) => ({ month, number: of(those, "number"), hours: of(those, "hours") })),
    voices: wait?.voices ?? null,
  };
}
