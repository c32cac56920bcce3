import type { Check, Finding } from "./check.ts";

/** Who waits with a number, and what is done with whoever has come: in the order in which it can be done. */

/** One after the other, none twice and none left out: what was taken back is given to nobody else. */
const ticketNumbers: Check = {
  name: "ticket-numbers",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    with given as (
      select office_id, date, concat(letter, lpad(number::text, 3, '0')) as text,
        (position(letter in 'ΑΕΚ') - 1) * 999 + number as place
      from ticket where number is not null
    )
    select concat_ws(' ', office.code, date, text) as finding
    from given join office on office.id = office_id group by office.code, date, text having count(*) > 1
    union all
    select concat_ws(' ', office.code, date, count(distinct place), '/', max(place))
    from given join office on office.id = office_id group by office.code, date having count(distinct place) <> max(place)
    order by 1`,
};

/** Every act left one event, and the status is what they led to. */
const ticketHistory: Check = {
  name: "ticket-history",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, ticket.date, letter || lpad(number::text, 3, '0'), ticket.status) as finding
    from ticket join office on office.id = office_id
      left join lateral (
        select count(*) as acts, max(version) as last, (array_agg(kind order by version))[1] as first,
          (array_agg(changes -> 'status' ->> 1 order by version desc) filter (where changes -> 'status' is not null))[1] as led_to
        from ticket_event where ticket_event.office_id = ticket.office_id and ticket_id = ticket.id
      ) as told on true
    where acts <> ticket.version or last is distinct from ticket.version
      or first is null or first not in ('issued', 'turned-away')
      or ticket.status <> coalesce(led_to, case first when 'issued' then 'arrived' else first end)
    order by 1`,
};

/** A number is given before it is called, and on its day. */
const ticketTimes: Check = {
  name: "ticket-times",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, date, letter || lpad(number::text, 3, '0')) as finding
    from ticket join office on office.id = office_id
    where status_at < issued_at or called_at < issued_at or date <> (issued_at at time zone 'Europe/Athens')::date
    order by 1`,
};

/** Nobody is served who was not begun with, nor called once they are served or have left. Acts that were taken back don't count. */
const actsOutOfOrder: Check = {
  name: "acts-out-of-order",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    with standing as (
      select office_id, appointment_id as id, version, kind from appointment_event as event
      where kind in ('called', 'service-started', 'completed', 'left') and not exists (
        select from appointment_event as later where later.office_id = event.office_id
          and later.appointment_id = event.appointment_id and later.undoes = event.version)
      union all
      select office_id, ticket_id, version, kind from ticket_event as event
      where kind in ('called', 'service-started', 'completed', 'left') and not exists (
        select from ticket_event as later where later.office_id = event.office_id
          and later.ticket_id = event.ticket_id and later.undoes = event.version)
    ), ordered as (
      select office_id, id, kind, coalesce(bool_or(kind = 'service-started') over before, false) as is_begun,
        coalesce(bool_or(kind in ('completed', 'left')) over before, false) as is_over
      from standing
      window before as (partition by office_id, id order by version rows between unbounded preceding and 1 preceding)
    )
    select distinct concat_ws(' ', office.code, coalesce(reference, ticket.date || ' ' || letter || lpad(number::text, 3, '0')), kind)
      as finding
    from ordered join office on office.id = ordered.office_id
      left join appointment on appointment.office_id = ordered.office_id and appointment.id = ordered.id
      left join ticket on ticket.office_id = ordered.office_id and ticket.id = ordered.id
    where is_over or (kind = 'completed') <> is_begun order by 1`,
};

/** What screens show is a number of that day, and was called by an act that stands. */
const lineCalls: Check = {
  name: "line-calls",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, called.date, called.letter || lpad(called.number::text, 3, '0'), called.counter)
      as finding
    from line_call as called join office on office.id = called.office_id
    where not exists (
        select from ticket where ticket.office_id = called.office_id and ticket.id = visit
          and (ticket.date, ticket.letter, ticket.number) = (called.date, called.letter, called.number)
        union all
        select from visit_number as given where given.office_id = called.office_id and appointment_id = visit
          and (given.date, 'Β', given.number) = (called.date, called.letter, called.number))
      or (withdrawn_at is null) <> exists (
        select from ticket_event as event where event.office_id = called.office_id and ticket_id = visit
          and event.version = called.version and kind in ('called', 'service-started') and not exists (
            select from ticket_event as later where later.office_id = event.office_id
              and later.ticket_id = event.ticket_id and later.undoes = event.version)
        union all
        select from appointment_event as event where event.office_id = called.office_id and appointment_id = visit
          and event.version = called.version and kind in ('called', 'service-started') and not exists (
            select from appointment_event as later where later.office_id = event.office_id
              and later.appointment_id = event.appointment_id and later.undoes = event.version))
    order by 1`,
};

/** A clerk gives a number for a service; a screen knows a group at least, and is nobody. */
const ticketOrigins: Check = {
  name: "ticket-origins",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, ticket.date, letter || lpad(number::text, 3, '0')) as finding
    from ticket join office on office.id = ticket.office_id
      left join ticket_event as given on given.office_id = ticket.office_id and ticket_id = ticket.id and given.version = 1
    where (service is null or issued_by is null) and service_group is null
      or given.version is not null and issued_by is distinct from given.employee_id
    order by 1`,
};

/** A key is made on the day of its place, for somebody of that office, and opens one place alone. */
const lineKeys: Check = {
  name: "line-keys",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, key.date, visit) as finding
    from line_key as key join office on office.id = key.office_id
      left join ticket on ticket.office_id = key.office_id and ticket.id = visit
      left join appointment on appointment.office_id = key.office_id and appointment.id = visit
    where ticket.id is null and appointment.id is null or ticket.date <> key.date
      or key.date <> (made_at at time zone 'Europe/Athens')::date
      or exists (select from line_key as other where other.hash = key.hash and other.office_id <> key.office_id)
    order by 1`,
};

/** They are of their day alone. Where the program runs, minutes are enough: two days are given. */
const lineKeysKept: Check = {
  name: "line-keys-kept",
  remedy: "retention",
  find: (tx, now) => tx.sql<Finding>`
    select concat_ws(' ', office.code, date, count(*)) as finding
    from line_key join office on office.id = office_id
    where date < (${now}::timestamptz at time zone 'Europe/Athens')::date - 2
    group by office.code, date order by 1`,
};

/** What printers print is the number of somebody of that day, and is on paper after it was sent. */
const printJobs: Check = {
  name: "print-jobs",
  remedy: "report",
  find: (tx) => tx.sql<Finding>`
    select concat_ws(' ', office.code, date, job.id) as finding
    from print_job as job join office on office.id = job.office_id
    where printed_at < made_at or not exists (
        select from ticket where ticket.office_id = job.office_id and ticket.id = visit and ticket.date = job.date
        union all
        select from visit_number as given where given.office_id = job.office_id and appointment_id = visit
          and given.date = job.date)
    order by 1`,
};

export const waitingChecks: readonly Check[] = [
  ticketNumbers,
  ticketHistory,
  ticketTimes,
  actsOutOfOrder,
  lineCalls,
  ticketOrigins,
  lineKeys,
  lineKeysKept,
  printJobs,
];
