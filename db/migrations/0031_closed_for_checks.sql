-- What checks from outside ask, beside visits_check.appointment: 0030 took it away because nothing in here asks it.
create view visits_check.closed as
  select office.code as office, exception.queue, starts_at, ends_at
  from exception join office on office.id = office_id where kind = 'closed'
  union all
  select office.code, null, starts_at, ends_at
  from closure join office on closure.region is null or closure.region = office.region
  union all
  select office.code, null, (date + make_interval(mins => closed_from_minute)) at time zone 'Europe/Athens',
    (date + 1)::timestamp at time zone 'Europe/Athens'
  from holiday cross join office;
comment on view visits_check.closed is 'For checks from outside the program, which know nothing else of it';
comment on view visits_check.appointment is 'For checks from outside the program, which know nothing else of it';
