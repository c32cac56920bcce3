import { publishedRecord } from "../../draws/rule/record-schema.ts";
import { verifyDraw } from "../../draws/rule/verify-draw.ts";
import type { Read } from "../../platform/database/sql.ts";
import type { Check, Finding } from "./check.ts";

/** What draws give, and when: by their hours, by the rows that hold their places, and by what is published of them. */

/** The worker brings them forward within seconds. */
const drawOverdue: Check = {
  name: "draw-overdue",
  remedy: "running",
  find: (tx, now) => tx.sql<Finding>`
    with late as (select ${now}::timestamptz - interval '10 minutes' as moment)
    select concat_ws(' ', number, state, service) as finding
    from draw, late
    where state in ('planned', 'sealed') and opens_at < moment or state = 'open' and closes_at < moment
      or state = 'closed' and closed_at < moment or state = 'drawn' and settled_events is null and drawn_at < moment
      or state = 'drawn' and released_at is null and release_at < moment
      or state = 'drawn' and (last_day + 1)::timestamp at time zone 'Europe/Athens' < moment
      or exists (select from draw_result as result where result.draw = draw.number and answer is null and until < moment)
    order by 1`,
};

/** What a change of rules has closed the worker notes within seconds. */
const drawPlaceAstray: Check = {
  name: "draw-place-astray",
  remedy: "running",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, place.draw, place.queue, place.starts_at, place.state) as finding
    from draw_place as place join office on office.id = place.office_id join draw on draw.number = place.draw
      join appointment as visit on visit.office_id = place.office_id and visit.id = hold
      left join draw_result as result on result.office = place.office_id and result.hold = place.hold
    where draw.state <> 'over' and (
      place.state = 'free' and (visit.status <> 'held' or visit.queue <> place.queue or visit.starts_at <> place.starts_at)
      or place.state = 'given' and (result.wish is null or visit.status = 'expired' or answer is null <> (visit.status = 'held')))
    order by 1`,
};

/** One wish has one place, one number one person, and nobody is known of whoever's draw is over. */
const drawWishAstray: Check = {
  name: "draw-wish-astray",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', wish.draw, wish.number, what) as finding
    from draw_wish as wish join draw on draw.number = wish.draw
      join appointment as visit on visit.office_id = wish.office and visit.id = wish.visit
      cross join lateral (values
        ('status', visit.status <> 'expired'),
        ('places', (select count(*) from draw_result as result
          where result.draw = wish.draw and result.wish = wish.number and (answer is null or answer = 'coming')) > 1),
        ('order', wish.is_confirmed and (wish.place is null) <> (draw.seed is null)),
        ('unconfirmed', not wish.is_confirmed and draw.state in ('drawn', 'over')),
        ('person', draw.state = 'over' and concat(visit.last_name, visit.email, visit.phone) <> ''),
        ('marks', wish.is_confirmed and draw.state <> 'over' and visit.anonymized_at is null and not exists (
          select from draw_person as person where person.draw = wish.draw and person.number = wish.number))
      ) as found (what, is_so)
    where is_so order by 1`,
};

/** Computed again from what anybody can read. */
const drawDiffers: Check = {
  name: "draw-differs",
  remedy: "report",
  find: async (tx) => {
    const rows = await tx.sql<{ draw: number }>`select draw from draw_file order by draw`;
    const findings: Finding[] = [];
    for (const { draw } of rows) findings.push(...(await differencesOf(tx, draw)));
    return findings;
  },
};

async function differencesOf(tx: Read, draw: number): Promise<Finding[]> {
  const [row] = await tx.sql<{ body: string }>`select body from draw_file where draw = ${draw}`;
  const read = publishedRecord.safeParse(JSON.parse((row as { body: string }).body));
  if (!read.success) return [{ finding: `${draw} file` }];
  const points = await verifyDraw(read.data);
  return points.filter(({ holds }) => holds === false).map(({ point }) => ({ finding: `${draw} ${point}` }));
}

export const drawChecks: readonly Check[] = [drawOverdue, drawPlaceAstray, drawWishAstray, drawDiffers];
