import { INITIAL_STATUS, UNCONFIRMED } from "../../appointments/statuses.ts";
import type { Check, Finding } from "./check.ts";

/** Every act left exactly one event, named by the version it made; references can be dictated without error. */

const bookedEventMissing: Check = {
  name: "booked-event-missing",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, queue, starts_at, reference) as finding
    from appointment as visit join office on office.id = office_id
    where status <> all(${UNCONFIRMED}) and not exists (
      select from appointment_event as event
      where event.office_id = visit.office_id and appointment_id = visit.id and kind in ('booked', 'transferred'))
    order by 1`,
};

const versionNotLastEvent: Check = {
  name: "version-not-last-event",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, visit.queue, starts_at, reference, visit.version, '/', last.version) as finding
    from appointment as visit join office on office.id = office_id
      join (select office_id, appointment_id, max(version) as version from appointment_event group by 1, 2) as last
        on last.office_id = visit.office_id and appointment_id = visit.id
    where visit.version <> last.version order by 1`,
};

/**
 * Versions are counted without a gap from the first act, so that none can be taken out unseen. What a citizen or a partner
 * booked was held first, which is no act: of that row the hold is the first version.
 */
const gapInHistory: Check = {
  name: "gap-in-history",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, queue, starts_at, reference) as finding
    from (
      select office_id, appointment_id, count(*) as acts, min(version) as first, max(version) as last
      from appointment_event group by office_id, appointment_id
    ) as told join appointment as visit on visit.office_id = told.office_id and visit.id = appointment_id
      join office on office.id = visit.office_id
      join appointment_event as event on event.office_id = told.office_id
        and event.appointment_id = told.appointment_id and event.version = first
    where acts <> last - first + 1 or event.kind not in ('booked', 'transferred')
      or first > case when visit.created_by is null and event.employee_id is null and channel = 'online' then 2 else 1 end
    order by 1`,
};

/** The last act that changed it says which it is; without one it is as it was booked. */
const statusWithoutEvent: Check = {
  name: "status-without-event",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, queue, starts_at, reference, status) as finding
    from appointment as visit join office on office.id = office_id
    where status <> all(${UNCONFIRMED}) and status <> coalesce((
      select changes -> 'status' ->> 1 from appointment_event as event
      where event.office_id = visit.office_id and appointment_id = visit.id and changes -> 'status' is not null
      order by event.version desc limit 1), ${INITIAL_STATUS})
    order by 1`,
};

const AS_TIME = ["starts_at", "ends_at", "called_at"];

/** What an act left is found by the next one, and the last one left the row as it is: its place, its status and all else. */
const rowAgainstHistory: Check = {
  name: "row-against-history",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    with told as (
      select office_id, appointment_id as id, version, key, (value -> 0)::jsonb as before, (value -> 1)::jsonb as after,
        lag((value -> 1)::jsonb) over acts as left_as, lag(version) over acts as earlier, lead(version) over acts as later
      from appointment_event cross join json_each(changes) where key <> 'office'
      window acts as (partition by office_id, appointment_id, key order by version)
    )
    select concat_ws(' ', office.code, visit.queue, visit.starts_at, reference, told.version, key) as finding
    from told join appointment as visit using (office_id, id) join office on office.id = office_id
      cross join lateral (select to_jsonb(visit) -> key as stands) as row
    where earlier is not null and before is distinct from left_as
      or later is null and case when key = any (${AS_TIME}) then (after #>> '{}')::timestamptz is distinct from (stands #>> '{}')::timestamptz
        else after is distinct from stands end
    order by 1`,
};

/** A transfer ended in one office and began in the other at the same moment; both or neither. */
const transferHalf: Check = {
  name: "transfer-half",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    with ended as (
      select office.code as from_office, transferred_to as to_office, at, coalesce(event.employee_id, 0) as author, status,
        concat_ws(' ', office.code, queue, starts_at, reference) as visit
      from appointment join office on office.id = office_id
        left join appointment_event as event on event.office_id = appointment.office_id
          and appointment_id = appointment.id and kind = 'transferred' and changes -> 'office' is null
      where transferred_to is not null
    ), begun as (
      select changes -> 'office' ->> 0 as from_office, office.code as to_office, at, coalesce(event.employee_id, 0) as author,
        concat_ws(' ', office.code, queue, starts_at, reference) as visit
      from appointment_event as event join office on office.id = office_id
        join appointment on appointment.office_id = event.office_id and appointment.id = appointment_id
      where kind = 'transferred' and changes -> 'office' is not null
    )
    select coalesce(ended.visit, begun.visit) as finding
    from ended full join begun using (from_office, to_office, at, author)
    where ended.visit is null or begun.visit is null or status <> 'cancelled' order by 1`,
};

const wrongCheckDigit: Check = {
  name: "wrong-check-digit",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, queue, starts_at, reference) as finding
    from appointment join office on office.id = office_id
    where case when reference ~ '^[0-9]{9}$' then damm_digit(reference) <> '0' else true end order by 1`,
};

/** The table can keep them unique only within an office; the nation relies on how they are made. */
const referenceTwice: Check = {
  name: "reference-twice",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', reference, string_agg(office.code, ', ' order by office.code)) as finding
    from appointment join office on office.id = office_id
    group by reference having count(*) > 1 order by 1`,
};

export const historyChecks: readonly Check[] = [
  bookedEventMissing,
  versionNotLastEvent,
  gapInHistory,
  statusWithoutEvent,
  rowAgainstHistory,
  transferHalf,
  wrongCheckDigit,
  referenceTwice,
];
