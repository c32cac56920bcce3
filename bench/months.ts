import { BEHIND, type Machine, RULED_OFFICES } from "./machine.ts";
import { RULED_QUEUES, ruleOffice } from "./ruled-office.ts";
import { type BenchOffice, fillDays } from "./world.ts";

/** Months of equal work, so many of them that none is asked for twice: what is remembered of one is of no use to the next. */
export interface Month {
  readonly office: BenchOffice;
  readonly first: Temporal.PlainDate;
  readonly days: number;
}

const DAYS = 30;
/** On so many days in turn a month of each office begins */
const BEGINNINGS = 25;
/** Which offices of the world, and how many: nobody books in their months while measuring */
const PLAIN = { first: 10, count: 27 } as const;
const RULED = { first: BEHIND.rules, count: RULED_OFFICES } as const;

export async function fillMonths({ sql, world }: Machine, busy: Temporal.PlainDate): Promise<void> {
  const idsOf = (offices: typeof PLAIN | typeof RULED) => among(world.offices, offices).map(({ id }) => id);
  const span = { first: busy, days: DAYS + BEGINNINGS - 1, perQueue: 8 };
  await fillDays(sql, { ...span, offices: idsOf(PLAIN) });
  for (const office of idsOf(RULED)) await ruleOffice(sql, office, busy.toString());
  await fillDays(sql, { ...span, offices: idsOf(RULED), queues: RULED_QUEUES });
}

/** The n-th of five queues. */
export const plainMonth = (machine: Machine, busy: Temporal.PlainDate, index: number): Month =>
  nthMonth(among(machine.world.offices, PLAIN), busy, index);

/** The n-th of twelve queues with many rules. */
export const ruledMonth = (machine: Machine, busy: Temporal.PlainDate, index: number): Month =>
  nthMonth(among(machine.world.offices, RULED), busy, index);

const among = (offices: readonly BenchOffice[], { first, count }: { readonly first: number; readonly count: number }) =>
  offices.slice(first, first + count);

function nthMonth(offices: readonly BenchOffice[], busy: Temporal.PlainDate, index: number): Month {
  const first = busy.add({ days: Math.floor(index / offices.length) % BEGINNINGS });
  return { office: offices[index % offices.length] as BenchOffice, first, days: DAYS };
}
