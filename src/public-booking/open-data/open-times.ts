import type { ReadOnlyDatabase } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import { earlierDate, laterDate } from "../../platform/time.ts";
import { offerOn, openDays } from "../choose/chosen-offer.ts";
import { requireOnlineLength } from "../longest-visit.ts";
import { onlineDays } from "../online-days.ts";
import { readAtOpenedOffice } from "../opened-office.ts";
import type { OpenTimes } from "./contract.ts";

const MOST_DAYS = 31;

interface OpenTimesQuery {
  readonly code: string;
  readonly service: string;
  readonly from: string;
  /** Included */
  readonly to: string;
}

/**
 * The times that citizens are offered now, day by day. Whoever takes one may find that somebody was faster.
 * @throws Refusal 404 for an office that is not open to citizens and for a service that there is not, 422 for one that the
 * office does not offer or that is too long, 422 `range-too-long`
 */
export async function openTimes(
  { db }: { readonly db: ReadOnlyDatabase },
  { code, service, from, to }: OpenTimesQuery,
  now: Temporal.Instant,
): Promise<OpenTimes> {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  const days = first.until(last, { largestUnit: "day" }).days + 1;
  if (days < 1 || days > MOST_DAYS) throw new Refusal(422, "range-too-long", { values: { days: MOST_DAYS } });
  return readAtOpenedOffice(db, code, async (tx, opened) => {
    const { facts, offering } = await offerOn(tx, opened, { service, now, first, last });
    requireOnlineLength({ service, minutes: offering.minutes }, opened.place);
    const open = openDays(opened, now);
    const offered = onlineDays(facts, {
      ...offering,
      first: laterDate(first, open.first),
      last: earlierDate(last, open.last),
    });
    const timesOf = new Map(offered.map(({ date, times }) => [date, times]));
    const all = Array.from({ length: days }, (_, index) => first.add({ days: index }).toString());
    const { minutes } = offering;
    return {
      office: code,
      service,
      minutes,
      days: all.map((date) => ({ date, times: [...(timesOf.get(date) ?? [])] })),
    };
  });
}
