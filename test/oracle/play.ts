import { type Random, randomOf } from "../../trial/seed/random.ts";
import { aMinistryPerson } from "../ministry-person.ts";
import { aWorld, type World } from "../world.ts";
import { dayAfter, secondOn, weekdayOf } from "./athens.ts";
import type { LogLines, LogService } from "./log.ts";
import { passNight, publishMonths } from "./nights.ts";
import { furnish } from "./offices.ts";
import { planDay } from "./plan-day.ts";
import { type OfficePlan, PLANS } from "./plans.ts";
import { planRules } from "./rules/rules-of-days.ts";
import { anAgenda, clockOf, type Stage, secondOf } from "./stage.ts";

interface Length {
  readonly seed: string;
  readonly first: string;
  readonly days: number;
  /** By their place in PLANS; without it all */
  readonly offices?: readonly number[];
  /** Days, from 0, after which nobody counts: what was missed is counted afterwards */
  readonly uncounted?: readonly number[];
  /** Nor in the night to the last Monday: Tuesday's does */
  readonly isMondayMissed?: boolean;
}

/** Counter days of some offices, played by the program's own commands and written down beside it. */
export async function play({
  seed,
  first,
  days,
  offices,
  uncounted = [],
  isMondayMissed = false,
}: Length): Promise<Stage> {
  const world = await aWorld();
  const random = randomOf("oracle", seed);
  const plans = PLANS.filter((_, index) => offices?.includes(index) ?? true);
  const set = clockOf(world);
  await set(secondOn(first, 420));
  const stage = await begin(world, random, plans, set);
  for (let count = 0; count < days; count++) {
    const date = dayAfter(first, count);
    for (const [index, place] of stage.places.entries())
      planDay(stage, place, plans[index] as OfficePlan, { date, count, days });
    planRules(stage, { date, count, days }, plans);
    const night = uncounted.includes(count) ? publishMonths : passNight;
    stage.agenda.add(secondOn(date, 1440) + 600, () => night(stage));
    await stage.agenda.play(secondOn(date, 1440) + 18_000);
  }
  // Late in the morning after: the week that ended last is closed and counted by then.
  const monday = dayAfter(dayAfter(first, days), (8 - weekdayOf(dayAfter(first, days))) % 7);
  const counted = isMondayMissed ? dayAfter(monday) : monday;
  if (counted > dayAfter(first, days)) stage.agenda.add(secondOn(counted, 10), () => passNight(stage));
  await stage.agenda.play(secondOn(counted, 10));
  await set(secondOn(counted, 600));
  return stage;
}

async function begin(world: World, random: Random, plans: readonly OfficePlan[], set: (at: number) => Promise<void>) {
  await world.owner.query("update retention set days = 7");
  await world.owner.query(
    "insert into service (code, name, short_name, name_en, minutes) values ('papers', 'Αντίγραφα', 'Αντίγραφα', 'Copies', 15)",
  );
  await world.owner.query(
    "update service set entrance_group = case code when 'vehicle' then 'vehicles' when 'signature' then 'signatures' end",
  );
  const { rows } = await world.owner.query<{ date: string }>(
    "select date::text as date from holiday where closed_from_minute = 0",
  );
  const { rows: services } = await world.owner.query<Omit<LogService & LogLines, "at">>(
    `select code, name, minutes, entrance_group as "group", array(select item ->> 'greek' from jsonb_array_elements(to_bring) as item) as lines
     from service`,
  );
  const places = await furnish(world, plans);
  const stage: Stage = {
    world,
    random,
    places,
    ministry: await aMinistryPerson(world),
    agenda: anAgenda(set),
    done: new Map(),
    now: () => secondOf(world),
    log: {
      offices: places.map(({ log }) => log),
      visits: [],
      holidays: new Map(rows.map(({ date }) => [date, 0])),
      closures: [],
      nights: [],
      publications: [],
      catalogue: services.map(({ code, name, minutes, group }) => ({ at: null, code, name, minutes, group })),
      lines: services.map(({ code, lines }) => ({ at: null, code, lines })),
    },
  };
  return stage;
}
