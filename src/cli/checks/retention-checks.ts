import { columnsWhere } from "../../appointments/field/columns.ts";
import { columns } from "../../platform/database/sql.ts";
import type { Check, Finding } from "./check.ts";
import { NAMES_OF_COMPANIONS, TICKED } from "./erased-sql.ts";

/** Nobody is known longer than the ministry wants. */

/** Where the program runs, a night is enough: two days are given. */
const keptTooLong: Check = {
  name: "kept-too-long",
  remedy: "retention",
  find: (tx, now) => tx.sql<Finding>`
    select concat_ws(' ', office.code, queue, starts_at, reference) as finding
    from appointment join office on office.id = office_id cross join retention
    where anonymized_at is null
      and starts_at < ((${now}::timestamptz at time zone 'Europe/Athens')::date - days - 2)::timestamp at time zone 'Europe/Athens'
    order by 1`,
};

const ERASED = columnsWhere(({ erased }) => erased !== undefined);
const ERASED_WHOLE = columnsWhere(({ erased }) => erased === null || erased === "");

/** Wherever a name, an address or a way to them may stand. That no name finds them is looked at with the words of all others. */
const anonymousWithTraces: Check = {
  name: "anonymous-with-traces",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    with traced as (
      select office_id, appointment_id as id, 'appointment_event' as "table"
      from appointment_event cross join json_object_keys(changes) as name
      where name = any (${ERASED}::text[])
      union select office_id, appointment_id, 'mail' from mail
        where address <> '' or answer is not null or told is not null or state in ('planned', 'sending')
      union select office_id, appointment_id, 'booking_form' from booking_form where (typed::jsonb - 'how') <> '{}' or identity is not null
      union select office_id, appointment_id, 'online_person' from online_person
      union select office_id, appointment_id, 'visit_owner' from visit_owner
      union select office_id, appointment_id, 'calendar_entry' from calendar_entry
      union select office_id, appointment_id, 'appointment_link' from appointment_link
      union select office_id, appointment_id, 'earlier_wish' from earlier_wish
      union select office_id, appointment_id, 'partner_visit' from partner_visit
      union select office_id, appointment_id, 'webhook_event' from webhook_event
      union select office_id, appointment_id, 'appointment_word' from appointment_word
      union select office_id, id, 'appointment' from appointment where concat(${columns(ERASED_WHOLE)}, ${NAMES_OF_COMPANIONS}, ${TICKED}) <> ''
      union select office_id, id[1]::uuid, 'idempotency_key' from idempotency_key cross join regexp_matches(
        response::text, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') as found (id)
    )
    select concat_ws(' ', office.code, queue, starts_at, reference, "table") as finding
    from traced join appointment using (office_id, id) join office on office.id = office_id
    where anonymized_at is not null order by 1`,
};

/** Who asked to be forgotten is, with whomever they come along, and so is everybody of before the date that an office has come to. */
const knownThoughForgotten: Check = {
  name: "known-though-forgotten",
  remedy: "retention",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, queue, starts_at, reference) as finding
    from appointment as visit join office on office.id = visit.office_id
      left join erasure on erasure.office_id = visit.office_id and erasure.appointment_id = visit.id
      left join anonymized_until as until on until.office_id = visit.office_id
    where anonymized_at is null
      and (erasure.at is not null or visit.starts_at < until.date::timestamp at time zone 'Europe/Athens'
        or exists (select from companion_erasure as mark
          where mark.office_id = visit.office_id and mark.appointment_id = visit.id
            and visit.version = mark.version and has_companion(visit.companions, mark.place)))
    order by 1`,
};

export const retentionChecks: readonly Check[] = [keptTooLong, anonymousWithTraces, knownThoughForgotten];
