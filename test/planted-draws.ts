import { HELD, OFFICE, row, VISIT, WISH } from "./online-rows.ts";
import { type Plant, plant } from "./plant.ts";

/** One was drawn, and is awaited; one who got nothing waits. Nothing is wrong by it. */
const DRAWN = `
  insert into draw (number, service, state, opens_at, closes_at, answer_until, release_at, need_until, first_day, last_day,
    email_percent, phone_percent, need_percent, need_days, moves, secret, secret_seal, sealed_at, list_seal, closed_at, audit_head, seed,
    drawn_at, settled_events)
  select 1, service, 'drawn', '2026-11-16T06:00:00Z', '2026-11-20T12:00:00Z', '2026-11-25T18:00:00Z', '2026-11-27T08:00:00Z',
    '2026-11-20T10:00:00Z', '2026-12-07', '2026-12-13', 10, 10, 8, 7, 1, repeat('a', 64), repeat('a', 64), '2026-11-15T18:00:00Z',
    repeat('a', 64), '2026-11-20T12:00:00Z', repeat('a', 64), repeat('a', 64), '2026-11-20T12:00:05Z', 0
  from appointment limit 1;
  ${row(HELD, 2, "held")} ${row(VISIT, 3, "expired")} ${row(WISH, 4, "expired")}
  insert into draw_place (office_id, draw, queue, starts_at, ends_at, date, part, run, at, hold, state)
  select office_id, 1, queue, starts_at, ends_at, (starts_at at time zone 'Europe/Athens')::date, 0, 0, 0, id, 'given'
  from appointment where id = '${HELD}';
  insert into draw_wish (draw, number, office, visit, kind, units, day_parts, offices, first, others, salt, made_at, is_confirmed, place)
  select 1, number, ${OFFICE}, visit::uuid, 'taxisnet', 1, '[["2026-12-08", 0]]', array[${OFFICE}], 'day', false, repeat('a', 32),
    '2026-11-17T08:00:00Z', true, place
  from (values ('4817', '${VISIT}', 1), ('2093', '${WISH}', 2)) as given (number, visit, place);
  insert into draw_person (draw, key, number, mark) values (1, '\\x01', '4817', 'afm'), (1, '\\x02', '2093', 'afm');
  insert into draw_result (draw, wish, turn, office, date, part, at, choice, hold, until, made_at)
  values (1, '4817', 1, ${OFFICE}, '2026-12-08', 0, 0, 1, '${HELD}', '2026-11-25T18:00:00Z', '2026-11-20T12:00:06Z');`;

const PLACE_OF = /^9901 1 \d 2026-12-/;

/** What is drawn, held, told and published otherwise than its rule and its hours say. */
export const DRAWS: readonly Plant[] = [
  plant(
    "draw-overdue",
    "a place that nobody answered for",
    `${DRAWN} update draw_result set until = '2026-11-24T08:00:00Z'`,
    /^1 drawn /,
  ),
  plant(
    "draw-overdue",
    "a draw whose leftovers never opened",
    `${DRAWN} update draw set answer_until = '2026-11-21T18:00:00Z',
    release_at = '2026-11-23T08:00:00Z'`,
    /^1 drawn /,
  ),
  plant(
    "draw-place-astray",
    "a given place that is held no more",
    `${DRAWN} update appointment set status = 'expired' where id = '${HELD}'`,
    PLACE_OF,
  ),
  plant("draw-place-astray", "a place that is given to nobody", `${DRAWN} delete from draw_result`, PLACE_OF),
  plant(
    "draw-wish-astray",
    "two places for one wish",
    `${DRAWN}
    insert into draw_result (draw, wish, turn, office, date, part, at, hold, until, made_at)
    values (1, '4817', 2, ${OFFICE}, '2026-12-08', 0, 0, '${WISH}', '2026-11-25T18:00:00Z', '2026-11-20T12:00:06Z')`,
    /^1 4817 places$/,
  ),
  plant(
    "draw-wish-astray",
    "a wish without its place in the order",
    `${DRAWN} update draw_wish set place = null where number = '2093'`,
    /^1 2093 order$/,
  ),
  plant(
    "draw-wish-astray",
    "a wish of nobody",
    `${DRAWN} delete from draw_person where number = '2093'`,
    /^1 2093 marks$/,
  ),
  plant(
    "draw-wish-astray",
    "a person who is known after the draw",
    `${DRAWN} update draw set state = 'over';
    update appointment set email = 'y@example.gr' where id = '${WISH}'`,
    /^1 2093 person$/,
  ),
  plant(
    "draw-differs",
    "a file that no rule could have made",
    `${DRAWN}
    insert into draw_file (draw, events, body, written_at) values (1, 0, '{"rule": "1.0"}', now())`,
    /^1 file$/,
  ),
];
