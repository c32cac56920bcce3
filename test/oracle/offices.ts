import { aDisplay } from "../display.ts";
import { anEntranceScreen } from "../entrance-screen.ts";
import { openToCitizens } from "../public-booking.ts";
import type { Clerk, World } from "../world.ts";
import type { LogHours, LogOffice } from "./log.ts";
import type { OfficePlan } from "./plans.ts";
import { aStagedOffice, type StagedOffice } from "./stage.ts";

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
  const { slotMinutes, leadMinutes = 30, hasDisplay = false, isOnline = false, region = null } = plan;
  const hours = hoursOf(plan);
  await world.owner.query("delete from queue_hours where office_id = $1", [office.id]);
  await world.owner.query(
    `insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
     select $1, queue, weekday, opens, closes from jsonb_to_recordset($2) as of (queue int, weekday int, opens int, closes int)`,
    [office.id, JSON.stringify(hours)],
  );
  await world.owner.query("update office set lead_minutes = $2, region = $3 where id = $1", [
    office.id,
    leadMinutes,
    region,
  ]);
  if (isOnline) await letCitizensIn(world, office);
  if (hasDisplay) await aDisplay(world, office);
  const screen = plan.care?.hasScreen ? await anEntranceScreen(world, office) : null;
  const numbers = Array.from({ length: plan.queues }, (_, at) => at + 1);
  const log: LogOffice = {
    code: office.code,
    leadMinutes,
    name: `ΚΕΠ Δοκιμής ${office.code}`,
    region,
    hasJoined: false,
    seats: [],
    ownMinutes: [],
    acts: [],
    weeks: [],
    closings: [],
    told: [],
    queues: numbers.map((number) => ({
      number,
      name: `Ουρά ${number}`,
      slotMinutes,
      since: null,
      switches: [],
      dated: [],
      ends: [],
    })),
    hours,
    closed: [],
    extra: [],
  };
  return aStagedOffice(world, log, office, { clerk, counters: plan.counters ?? numbers, hasDisplay, screen });
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
