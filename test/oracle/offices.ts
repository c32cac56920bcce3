import { aDisplay } from "../display.ts";
import { openToCitizens } from "../public-booking.ts";
import type { Clerk, World } from "../world.ts";
import type { LogHours, LogOffice } from "./log.ts";
import { aStagedOffice, type StagedOffice } from "./stage.ts";

/** An office as it begins. */
export interface OfficePlan {
  readonly name: string;
  readonly queues: number;
  readonly slotMinutes: number;
  /** On each of these weekdays, in minutes since midnight */
  readonly hours: readonly {
    readonly weekdays: readonly number[];
    readonly parts: readonly (readonly [number, number])[];
  }[];
  /** Of these queues somebody stands at the counter; without it of all */
  readonly counters?: readonly number[];
  readonly hasDisplay?: boolean;
  readonly leadMinutes?: number;
  /** Citizens book there as well */
  readonly isOnline?: boolean;
  /** How many telephone and how many come without an appointment, on a day */
  readonly calls: number;
  readonly comers: number;
  /** Appointments are made for so many days ahead at most */
  readonly horizonDays: number;
}

const WORKDAYS = [1, 2, 3, 4, 5];
const usual = (opens: number, closes: number) => [{ weekdays: WORKDAYS, parts: [[opens, closes] as const] }];
const plan = (name: string, queues: number, more: Partial<OfficePlan> = {}): OfficePlan => ({
  name,
  queues,
  slotMinutes: 15,
  hours: usual(480, 840),
  calls: 8,
  comers: 5,
  horizonDays: 20,
  ...more,
});

export const PLANS: readonly OfficePlan[] = [
  plan("four queues", 4, { slotMinutes: 10, isOnline: true, calls: 12, comers: 7 }),
  plan("every day of the week", 2, {
    hours: [
      {
        weekdays: [1, 2, 3, 4, 5, 6],
        parts: [
          [480, 780],
          [1020, 1140],
        ],
      },
      { weekdays: [7], parts: [[540, 780]] },
    ],
  }),
  plan("one counter", 1, { calls: 5, comers: 3 }),
  plan("a screen that calls", 3, { hasDisplay: true, calls: 9, comers: 7 }),
  plan("three queues at two counters", 3, { counters: [1, 2] }),
  plan("a queue that ends", 3, { isOnline: true }),
  plan("a queue for some dates", 3),
  plan("full, and two days ahead", 1, {
    hours: usual(540, 630),
    leadMinutes: 2_880,
    calls: 9,
    comers: 2,
    horizonDays: 9,
  }),
  plan("closed in the end", 2, { slotMinutes: 20 }),
];

const hoursOf = ({ queues, hours }: OfficePlan): LogHours[] =>
  Array.from({ length: queues }, (_, index) => index + 1).flatMap((queue) =>
    hours.flatMap(({ weekdays, parts }) =>
      weekdays.flatMap((weekday) => parts.map(([opens, closes]) => ({ queue, weekday, opens, closes }))),
    ),
  );

export async function furnish(world: World, plans: readonly OfficePlan[]): Promise<StagedOffice[]> {
  await openToCitizens(world.owner);
  const offices = [];
  for (const each of plans) offices.push(await world.anOffice({ queues: each.queues, slotMinutes: each.slotMinutes }));
  const clerk = await world.aClerk(...offices);
  const staged: StagedOffice[] = [];
  for (const [index, office] of offices.entries())
    staged.push(await furnishOne(world, clerk, office, plans[index] as OfficePlan));
  return staged;
}

async function furnishOne(world: World, clerk: Clerk, office: StagedOffice["office"], plan: OfficePlan) {
  const { slotMinutes, leadMinutes = 30, hasDisplay = false, isOnline = false } = plan;
  const hours = hoursOf(plan);
  await world.owner.query("delete from queue_hours where office_id = $1", [office.id]);
  await world.owner.query(
    `insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
     select $1, queue, weekday, opens, closes from jsonb_to_recordset($2) as of (queue int, weekday int, opens int, closes int)`,
    [office.id, JSON.stringify(hours)],
  );
  await world.owner.query("update office set lead_minutes = $2 where id = $1", [office.id, leadMinutes]);
  if (isOnline) await letCitizensIn(world, office);
  if (hasDisplay) await aDisplay(world, office);
  const numbers = Array.from({ length: plan.queues }, (_, at) => at + 1);
  const log: LogOffice = {
    code: office.code,
    leadMinutes,
    queues: numbers.map((number) => ({ number, slotMinutes, since: null, switches: [], dated: [], ends: [] })),
    hours,
    closed: [],
    extra: [],
  };
  return aStagedOffice(world, log, office, { clerk, counters: plan.counters ?? numbers, hasDisplay });
}

/** By a telephone number alone, and none of the places is kept back. */
async function letCitizensIn({ owner }: World, { id }: StagedOffice["office"]): Promise<void> {
  await owner.query("update queue set is_public = true where office_id = $1", [id]);
  await owner.query(
    `update office set online_by_phone = true, online_counter_percent = 0, online_freed_minutes = 0, online_limit = 10
     where id = $1`,
    [id],
  );
}
