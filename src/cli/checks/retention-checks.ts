import type { Check, Finding } from "./check.ts";

/** Nobody is known longer than the ministry wants. */

/** Where the program runs, a night is enough: two days are given. */
const keptTooLong: Check = {
  name: "kept-too-long",
  find: (tx, now) => tx.sql<Finding>`
    select concat_ws(' ', office.code, queue, starts_at, reference) as finding
    from appointment join office on office.id = office_id cross join retention
    where anonymized_at is null
      and starts_at < ((${now}::timestamptz at time zone 'Europe/Athens')::date - days - 2)::timestamp at time zone 'Europe/Athens'
    order by 1`,
};

/** That no name finds them is looked at with the words of all others. */
const anonymousWithTraces: Check = {
  name: "anonymous-with-traces",
  find: (tx) => tx.sql<Finding>`
    with traced as (
      select office_id, appointment_id as id from appointment_event cross join json_object_keys(changes) as name
      where name in ('last_name', 'first_name', 'phone', 'email', 'business_name', 'business_afm', 'notes', 'cancellation_reason')
      union select office_id, appointment_id from mail where address <> '' or answer is not null or told is not null
    )
    select concat_ws(' ', office.code, queue, starts_at, reference) as finding
    from traced join appointment using (office_id, id) join office on office.id = office_id
    where anonymized_at is not null order by 1`,
};

export const retentionChecks: readonly Check[] = [keptTooLong, anonymousWithTraces];
