import { type Plant, plant } from "./plant.ts";

const OFFICE = "(select id from office where code = '9901')";
const TICKET = "00000000-0000-4000-8000-000000000031";

/** One visit of a day, counted as it was, by which nothing is wrong either. */
export const MEASURED = `
  insert into measured_until (office_id, date) values (${OFFICE}, '2026-11-23');
  insert into day_measure (office_id, date, measure, class, half_hours)
  select ${OFFICE}, '2026-11-23', measure, 'appointment', half_hours::json from (values
    ('punctuality', '{"18": {"-3": 1}}'), ('early-presence', '{"17": {"3": 1}}'), ('wait', '{"18": {"4": 1}}'),
    ('call-wait', '{"18": {"2": 1}}'), ('way', '{"18": {"1": 1}}'), ('service', '{"18": {"9": 1}}')) as counted (measure, half_hours);
  insert into day_completeness (office_id, date, visits, complete, from_paper, suspect, unresolved)
  values (${OFFICE}, '2026-11-23', 1, 1, 0, 0, 0);
  insert into day_capacity (office_id, date, open_minutes, booked_minutes, served_minutes, overtime_minutes, counters, tickets)
  values (${OFFICE}, '2026-11-23', 420, 10, 9, 0, 1, 0);`;

const dayPromise = (date: string, isSaid: boolean) => `
  insert into day_promise (office_id, date, place, is_said, within, shorter, longer, unknown)
  values (${OFFICE}, '${date}', 'usual-walk-in', ${isSaid}, 1, 0, 0, 0);`;

/** The week of that day has ended, and nothing more came to pass in it. */
const SUMMED = `${MEASURED}
  update measured_until set date = '2026-11-29';
  insert into office_week (office_id, monday, days, open_minutes, counters, visits, complete, on_time, present, no_shows, due,
    soon, walk_ins, appointment_waits, walk_in_waits, nights, third_free_days)
  values (${OFFICE}, '2026-11-23', 1, 420, 1, 1, 1, 1, 1, 0, 0, 0, 0, '{1,0,0,0,0,0,0,0}', '{0,0,0,0,0,0,0,0}', 0, null);`;

const weekCounts = (visits: number, waits: string) => `${SUMMED}
  insert into office_week_counts (office_id, monday, counts) values (${OFFICE}, '2026-11-23', '{
    "monday": "2026-11-23", "days": 1, "recordedDays": 1, "crowds": [], "services": {},
    "completeness": {"visits": ${visits}, "complete": 1, "fromPaper": 0, "unresolved": 0, "notStarted": 0, "notCompleted": 0, "atOnce": 0},
    "measures": [{"measure": "wait", "class": "appointment", "counts": ${waits}}]}');`;

/** Of a week: nothing is wrong with it. */
const IN_VAIN = `
  insert into in_vain_days (monday, counted, left_out) values ('2026-11-16', 1, 0);
  insert into in_vain_week (monday, service, visits, paper, elsewhere, needless)
    select '2026-11-16', min(code), 9, 1, 0, 0 from service;`;

/** Violations of what is counted of days, weeks and visits in vain. */
export const FIGURES: readonly Plant[] = [
  plant(
    "measure-malformed",
    "a half-hour that no day has",
    `${MEASURED} update day_measure set half_hours = '{"48": {"4": 1}}' where measure = 'wait'`,
    /^9901 2026-11-23 wait appointment$/,
  ),
  plant(
    "measure-malformed",
    "half a person",
    `${MEASURED} update day_measure set half_hours = '{"18": {"4": 0.5}}' where measure = 'service'`,
    /^9901 2026-11-23 service appointment$/,
  ),
  plant(
    "measure-malformed",
    "somebody who waited less than nothing",
    `${MEASURED} update day_measure set half_hours = '{"18": {"-4": 1}}' where measure = 'wait'`,
    /^9901 2026-11-23 wait appointment$/,
  ),
  plant(
    "measure-malformed",
    "a measure that nobody knows",
    `${MEASURED} update day_measure set measure = 'patience' where measure = 'way'`,
    /^9901 2026-11-23 patience appointment$/,
  ),
  plant(
    "measures-not-adding-up",
    "more served than begun with",
    `${MEASURED} update day_measure set half_hours = '{"18": {"9": 1}, "20": {"3": 2}}' where measure = 'service'`,
    /^9901 2026-11-23 (appointment|completeness)$/,
  ),
  plant(
    "measures-not-adding-up",
    "called without a way",
    `${MEASURED} delete from day_measure where measure = 'way'`,
    /^9901 2026-11-23 appointment$/,
  ),
  plant(
    "measures-not-adding-up",
    "more complete visits than visits",
    `${MEASURED} update day_completeness set from_paper = 1`,
    /^9901 2026-11-23 completeness$/,
  ),
  plant(
    "measures-not-adding-up",
    "more incomplete visits than visits",
    `${MEASURED} update day_completeness set not_started = 1, not_completed = 0, at_once = 0`,
    /^9901 2026-11-23 completeness$/,
  ),
  plant(
    "measures-not-adding-up",
    "a day counted before it has ended",
    `${MEASURED} update measured_until set date = '2026-11-22'`,
    /^9901 2026-11-23 completeness$/,
  ),
  plant(
    "measures-not-adding-up",
    "measures without completeness",
    `${MEASURED} delete from day_completeness`,
    /^9901 2026-11-23 without completeness$/,
  ),
  plant(
    "capacity-not-adding-up",
    "served at no counter",
    `${MEASURED} update day_capacity set counters = 0`,
    /^9901 2026-11-23 capacity$/,
  ),
  plant(
    "capacity-not-adding-up",
    "overtime before the closing",
    `${MEASURED} update day_capacity set overtime_minutes = -1`,
    /^9901 2026-11-23 capacity$/,
  ),
  plant(
    "capacity-not-adding-up",
    "a service's minutes where one counter served",
    `${MEASURED} insert into day_service (office_id, date, service, minutes)
       select ${OFFICE}, '2026-11-23', min(code), '{"9": 1}' from service`,
    /^9901 2026-11-23 services$/,
  ),
  plant(
    "capacity-not-adding-up",
    "free times before they were looked for",
    `insert into day_access (office_id, date, third_free_days) values (${OFFICE}, '2026-11-23', -1)`,
    /^9901 2026-11-23 access$/,
  ),
  plant(
    "promises-not-adding-up",
    "what leads to a visit, after its day was counted",
    `${MEASURED} insert into wait_promise
       (office_id, date, ticket_id, place, quarter, waited_minutes, from_minutes, to_minutes, is_said)
       values (${OFFICE}, '2026-11-22', '${TICKET}', 'phone', 0, 0, 5, 10, true)`,
    /^9901 2026-11-22 not erased$/,
  ),
  plant(
    "promises-not-adding-up",
    "what became of a day that has not ended",
    `${MEASURED} ${dayPromise("2026-11-24", true)}`,
    /^9901 2026-11-24 too early$/,
  ),
  plant(
    "promises-not-adding-up",
    "a page that spoke and was silent on one day",
    `${MEASURED} ${dayPromise("2026-11-23", true)} ${dayPromise("2026-11-23", false)}`,
    /^9901 2026-11-23 usual-walk-in$/,
  ),
  plant(
    "promises-not-adding-up",
    "said of a day that has not ended",
    `${MEASURED} insert into office_wait (office_id, date, usual, score, number_is_silent, number_since, usual_is_silent, usual_since)
       values (${OFFICE}, '2026-11-24', '{}', '{}', false, '2026-11-24', false, '2026-11-24')`,
    /^9901 2026-11-24 said too early$/,
  ),
  plant(
    "weeks-not-adding-up",
    "a week with more visits than its days",
    `${SUMMED} update office_week set visits = 2`,
    /^9901 2026-11-23$/,
  ),
  plant(
    "weeks-not-adding-up",
    "more of a week begun in time than of its days",
    `${SUMMED} update office_week set on_time = 0`,
    /^9901 2026-11-23$/,
  ),
  plant(
    "weeks-not-adding-up",
    "waits of a week that nobody waited",
    `${SUMMED} update office_week set walk_in_waits = '{0,1,0,0,0,0,0,0}'`,
    /^9901 2026-11-23$/,
  ),
  plant(
    "weeks-not-adding-up",
    "free times of a night in which nobody looked",
    `${SUMMED} update office_week set third_free_days = 3`,
    /^9901 2026-11-23$/,
  ),
  plant(
    "weeks-not-adding-up",
    "a week that has not ended",
    `${SUMMED} update measured_until set date = '2026-11-28'`,
    /^9901 2026-11-23$/,
  ),
  plant(
    "weeks-not-adding-up",
    "a week of which no day was counted",
    `${SUMMED} update office_week set monday = '2026-11-16'`,
    /^9901 2026-11-16$/,
  ),
  plant(
    "week-counts-differing",
    "a wait longer in the counts of a week than on its day",
    weekCounts(1, '{"5": 1}'),
    /^9901 2026-11-23 wait appointment$/,
  ),
  plant(
    "week-counts-differing",
    "more visits in the counts of a week than on its days",
    weekCounts(2, '{"4": 1}'),
    /^9901 2026-11-23 completeness visits$/,
  ),
  plant(
    "week-counts-differing",
    "of a service more in the counts of a week than on its days",
    `${weekCounts(1, '{"4": 1}')} update office_week_counts
       set counts = (counts::jsonb || jsonb_build_object('services', jsonb_build_object((select min(code) from service), '{"9": 1}'::jsonb)))::json`,
    /^9901 2026-11-23 service [a-z-]+$/,
  ),
  plant(
    "in-vain-not-adding-up",
    "a visit in vain of a day that was counted",
    `insert into in_vain_until (office_id, date) values (${OFFICE}, '2026-11-23');
     insert into visit_in_vain (office_id, visit, date, service, reason, version)
       select ${OFFICE}, gen_random_uuid(), '2026-11-23', min(code), 'needless', 1 from service`,
    /^9901 2026-11-23 kept$/,
  ),
  plant(
    "in-vain-not-adding-up",
    "more lines than papers",
    `${IN_VAIN} insert into in_vain_line (monday, service, line, visits) select monday, service, 'ταυτότητα', 2 from in_vain_week`,
    /^2026-11-16 \S+ lines$/,
  ),
  plant(
    "in-vain-not-adding-up",
    "a rate of no days",
    `${IN_VAIN} update in_vain_days set counted = 0`,
    /^2026-11-16 without days$/,
  ),
  plant(
    "in-vain-not-adding-up",
    "visits in vain that no office has noted",
    `${IN_VAIN} insert into in_vain_office (office_id, monday, is_used) values (${OFFICE}, '2026-11-16', false)`,
    /^2026-11-16 noted by no office$/,
  ),
];
