import { dayAfter } from "../athens.ts";
import { kindOf, type OfficeRanges, type Outcomes } from "./outcomes.ts";

const MONTHS = 6;

/** What became of all that was said, by closed month before a Monday, the latest first. */
export function promisesOfMonths({ days, voices }: OfficeRanges, monday: string) {
  const last = dayAfter(`${monday.slice(0, 7)}-01`, -1);
  const first = Temporal.PlainDate.from(`${last.slice(0, 7)}-01`)
    .subtract({ months: MONTHS - 1 })
    .toString();
  const said = days.filter(({ date, isSaid }) => isSaid && first <= date && date <= last);
  const sum = (month: string, kind: string): Outcomes => {
    const those = said.filter((one) => one.date.startsWith(month) && kindOf(one) === kind);
    const of = (outcome: keyof Outcomes) => those.reduce((total, { outcomes }) => total + outcomes[outcome], 0);
    return { within: of("within"), shorter: of("shorter"), longer: of("longer"), unknown: of("unknown") };
  };
  const months = [...new Set(said.map(({ date }) => date.slice(0, 7)))].sort().reverse();
  return {
    months: months.map((month) => ({ month, number: sum(month, "number"), hours: sum(month, "hours") })),
    voices,
  };
}
