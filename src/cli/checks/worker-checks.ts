import type { Check, Finding } from "./check.ts";

/** What the program does by itself is done long before: it takes seconds or a night, these wait for much longer. */

/** The worker seals within seconds. */
const longUnsealed: Check = {
  name: "long-unsealed",
  remedy: "running",
  find: (tx, now) => tx.sql<Finding>`
    select concat_ws(' ', coalesce(code, '0'), count(*)) as finding
    from audit_unsealed left join office on office.id = office_id
    where at < ${now}::timestamptz - interval '1 hour' group by code order by 1`,
};

/** Each trial moves the next one on; after some days at most a message is given up. So long nobody has tried. */
const mailWaiting: Check = {
  name: "mail-waiting",
  remedy: "running",
  find: (tx, now) => tx.sql<Finding>`
    select concat_ws(' ', office.code, count(*)) as finding from mail join office on office.id = office_id
    where state in ('planned', 'sending') and due_at < ${now}::timestamptz - interval '6 hours' group by office.code order by 1`,
};

/** A message waits, or it is known what became of it and when. */
const mailUnsettled: Check = {
  name: "mail-unsettled",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, reference, mail.id) as finding from mail join office on office.id = mail.office_id
      left join appointment as visit on visit.office_id = mail.office_id and visit.id = appointment_id
    where state in ('planned', 'sending') and settled_at is not null or state in ('sent', 'refused', 'expired') and settled_at is null
      or state in ('sending', 'sent') and letter is null and appointment_id is not null
    order by 1`,
};

const sweepUnfinished: Check = {
  name: "sweep-unfinished",
  remedy: "running",
  find: (tx, now) => tx.sql<Finding>`
    select concat_ws(' ', id, started_at) as finding from sweep
    where done_at is null and started_at < ${now}::timestamptz - interval '1 hour' order by 1`,
};

/** Searches that are not in the audit yet, answers for repetitions, and what citizens have typed: it holds names. */
const leftBehind: Check = {
  name: "left-behind",
  remedy: "running",
  find: (tx, now) => tx.sql<Finding>`
    with kept as (
      select office_id, 'search_under_way' as "table" from search_under_way where at < ${now}::timestamptz - interval '1 hour'
      union all
      select office_id, 'idempotency_key' from idempotency_key where created_at < ${now}::timestamptz - interval '3 days'
      union all
      select office_id, 'booking_form' from booking_form
      where seen_at < ${now}::timestamptz - interval '1 day' and held_until is null
      union all
      select 0, 'citizen_session' from citizen_session where until < ${now}::timestamptz - interval '1 hour'
      union all
      select 0, 'wallet_try' from wallet_try where begun_at < ${now}::timestamptz - interval '1 hour'
      union all
      select 0, 'form_move' from form_move where until < ${now}::timestamptz - interval '1 hour'
    )
    select concat_ws(' ', coalesce(code, '0'), "table", count(*)) as finding
    from kept left join office on office.id = office_id group by code, "table" order by 1`,
};

export const workerChecks: readonly Check[] = [longUnsealed, mailWaiting, mailUnsettled, sweepUnfinished, leftBehind];
