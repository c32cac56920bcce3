import type { Check, Finding } from "./check.ts";

/** Every act and every look is told by the audit, and nothing can be taken out of it. What was altered `audit verify` finds. */

/** Seals are counted from one, each of one entry; an entry has its seal or waits for it. */
const auditGap: Check = {
  name: "audit-gap",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', coalesce(code, '0'), 'seals', count(*), '/', max(number)) as finding
    from audit_seal left join office on office.id = office_id group by code having count(*) <> max(number)
    union all
    select concat_ws(' ', coalesce(code, '0'), coalesce(entry.at, waiting.at), coalesce(entry.id, seal.entry_id, waiting.entry_id))
    from audit_entry as entry full join audit_seal as seal on seal.office_id = entry.office_id and seal.entry_id = entry.id
      full join audit_unsealed as waiting on waiting.office_id = coalesce(entry.office_id, seal.office_id)
        and waiting.entry_id = coalesce(entry.id, seal.entry_id)
      left join office on office.id = coalesce(entry.office_id, seal.office_id, waiting.office_id)
    where entry.id is null or num_nonnulls(seal.number, waiting.at) <> 1
    order by 1`,
};

/** By this a person is told who has seen what of theirs. */
const auditWithoutSubject: Check = {
  name: "audit-without-subject",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select distinct concat_ws(' ', coalesce(code, '0'), at, act) as finding
    from audit_entry as entry cross join unnest(appointments) as about left join office on office.id = office_id
    where not exists (select from audit_subject as subject
      where subject.office_id = entry.office_id and subject.appointment_id = about and subject.entry_id = entry.id)
    order by 1`,
};

/**
 * Each act on an appointment stands in the audit, by itself or with what it was part of; what was invented does not. What is
 * taken back together stands there as one.
 */
const actWithoutAudit: Check = {
  name: "act-without-audit",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, reference, event.version, event.kind) as finding
    from appointment_event as event join office on office.id = event.office_id
      join appointment as visit on visit.office_id = event.office_id and visit.id = event.appointment_id
    where not is_example and not exists (
      select from audit_entry as entry where entry.office_id = event.office_id and case
        when event.cause is not null then entry.id = event.cause
        else entry.at = event.at and (
          entry.act = 'appointment-' || event.kind and event.appointment_id = any (entry.appointments)
          or event.kind = 'undone' and entry.employee_id = event.employee_id and entry.act like '%-undone') end)
    union all
    select concat_ws(' ', office.code, 'ticket', ticket_event.at, ticket_event.kind)
    from ticket_event join office on office.id = office_id
    where cause is not null and not exists (
      select from audit_entry as entry where entry.office_id = ticket_event.office_id and entry.id = cause)
    order by 1`,
};

export const auditChecks: readonly Check[] = [auditGap, auditWithoutSubject, actWithoutAudit];
