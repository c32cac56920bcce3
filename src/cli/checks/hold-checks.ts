import { columnsWhere } from "../../appointments/field/columns.ts";
import { UNCONFIRMED } from "../../appointments/statuses.ts";
import { columns, part } from "../../platform/database/sql.ts";
import type { Check, Finding } from "./check.ts";
import { NAMES_OF_COMPANIONS } from "./erased-sql.ts";

/** What is held for citizens belongs to somebody who is still filling in, or has been offered an earlier place. */

const VISIT = part`concat_ws(' ', office.code, visit.queue, visit.starts_at, visit.reference)`;

/** Written in one transaction with the row, so that there is never a moment without it. */
const heldByNobody: Check = {
  name: "held-by-nobody",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select ${VISIT} as finding
    from appointment as visit join office on office.id = visit.office_id
    where status = 'held' and not exists (
        select from booking_form as form where form.office_id = visit.office_id and form.appointment_id = visit.id
          and held_until is not null)
      and not exists (
        select from earlier_offer as offer where hold = visit.id and place_office = visit.office_id and outcome is null)
    order by 1`,
};

/** The worker gives them back within seconds. */
const heldForTooLong: Check = {
  name: "held-for-too-long",
  remedy: "running",
  find: (tx, now) => tx.sql<Finding>`
    select ${VISIT} as finding
    from (
      select office_id, appointment_id as id from booking_form where held_until < ${now}::timestamptz - interval '1 hour'
      union select place_office, hold from earlier_offer where outcome is null and until < ${now}::timestamptz - interval '1 hour'
    ) as held join appointment as visit using (office_id, id) join office on office.id = visit.office_id
    order by 1`,
};

/**
 * A change of rules gives a place back whatever its form or offer says, at the moment of that change: they learn of it when
 * their own time is over.
 */
const GIVEN_BACK_BY_RULES = part`
  visit.status = 'expired' and exists (
    select from audit_entry as entry where entry.office_id = visit.office_id and entry.at = visit.status_at
      and (entry.act = 'rules-undone' or jsonb_typeof(entry.details -> 'changes') = 'array'))`;

/** What a form says of its row, and the row of itself. */
const formAgainstRow: Check = {
  name: "form-against-row",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select ${VISIT} as finding
    from booking_form as form join appointment as visit on visit.office_id = form.office_id and visit.id = appointment_id
      join office on office.id = form.office_id
    where form.held_until is not null and (confirmed_at is not null or visit.starts_at <> form.starts_at
        or not (visit.status = 'held' or ${GIVEN_BACK_BY_RULES}))
      or confirmed_at is not null and visit.status = any (${UNCONFIRMED})
      or awaits_email and visit.status = 'held'
    order by 1`,
};

const offerWithoutPlace: Check = {
  name: "offer-without-place",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, offer.queue, offer.starts_at, wisher.reference) as finding
    from earlier_offer as offer join office on office.id = offer.office_id
      join appointment as wisher on wisher.office_id = offer.office_id and wisher.id = offer.appointment_id
      left join appointment as visit on visit.office_id = place_office and visit.id = hold
    where (outcome is null) <> (settled_at is null) or until < made_at
      or outcome is null and (visit.id is null or not (visit.status = 'held' or ${GIVEN_BACK_BY_RULES})
        or (visit.queue, visit.starts_at, visit.ends_at) is distinct from (offer.queue, offer.starts_at, offer.ends_at))
    order by 1`,
};

const OF_SOMEBODY = columnsWhere(({ erased, of }) => (erased === null || erased === "") && of !== "course");

/** Of somebody who has no appointment: of its row. */
const WISH_OF = part`select from earlier_wish as own where without_visit and (own.office_id, own.appointment_id)`;

/** What ends a wish settles its offer in the same transaction; what forgets somebody leaves that to the worker. */
const offerOfNobody: Check = {
  name: "offer-of-nobody",
  remedy: "running",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, offer.queue, offer.starts_at, wisher.reference) as finding
    from earlier_offer as offer join office on office.id = offer.office_id
      join appointment as wisher on wisher.office_id = offer.office_id and wisher.id = offer.appointment_id
    where outcome is null and wisher.status = any (${UNCONFIRMED}) and not exists (${WISH_OF} = (wisher.office_id, wisher.id))
    order by 1`,
};

/** The worker ends it within seconds, and what was not confirmed after a day. */
const wishOverdue: Check = {
  name: "wish-overdue",
  remedy: "running",
  find: (tx, now) => tx.sql<Finding>`
    select concat_ws(' ', office.code, visit.starts_at, visit.reference) as finding
    from earlier_wish as wish join office on office.id = wish.office_id
      join appointment as visit on visit.office_id = wish.office_id and visit.id = wish.appointment_id
    where without_visit and (visit.status <> 'expired' or visit.email is null
      or visit.starts_at < ${now}::timestamptz - interval '1 hour'
      or not is_confirmed and made_at < ${now}::timestamptz - interval '25 hours')
    order by 1`,
};

/** Nobody is known of what was never confirmed (how long it takes tells of nobody), but where to write to whoever wishes for a place without an appointment. */
const holdWithPerson: Check = {
  name: "hold-with-person",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select ${VISIT} as finding
    from appointment as visit join office on office.id = visit.office_id
    where status = any (${UNCONFIRMED}) and (
      select concat(${columns(OF_SOMEBODY)}, ${NAMES_OF_COMPANIONS}, array_to_string(array_remove(needs, 'longer-time'), ''))
      from appointment as same where same.office_id = visit.office_id and same.id = visit.id)
      <> coalesce((select visit.email where exists (${WISH_OF} = (visit.office_id, visit.id))), '')
    order by 1`,
};

export const holdChecks: readonly Check[] = [
  heldByNobody,
  heldForTooLong,
  formAgainstRow,
  offerWithoutPlace,
  offerOfNobody,
  wishOverdue,
  holdWithPerson,
];
