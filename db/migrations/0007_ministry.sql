-- The ministry rules for all offices, or those of a region: closures, holidays, the catalogue of services. The row itself
-- works at once; a sweep then goes from office to office (src/ministry/sweep.ts), for nobody locks a thousand at a time.

create table sweep (
  id uuid primary key,
  region text,
  starts_at timestamptz,
  ends_at timestamptz,
  service text references service,
  started_at timestamptz not null,
  done_at timestamptz,
  check ((starts_at is null) = (ends_at is null) and (starts_at is null) = (service is not null))
);
create index sweep_under_way on sweep (started_at) where done_at is null;
comment on column sweep.region is 'Null: all offices';
comment on column sweep.starts_at is 'Of the time whose appointments it concerns; or else it concerns those of the service';

-- Where a sweep has been. Bookings that were under way have ended by done_at; later ones obey the new rule.
create table sweep_office (
  office_id integer not null references office,
  sweep uuid not null references sweep,
  appointments integer not null,
  done_at timestamptz not null,
  primary key (office_id, sweep)
);
create index sweep_office_by_sweep on sweep_office (sweep);
comment on column sweep_office.appointments is 'How many of this office it concerned then';

alter table sweep_office enable row level security;
alter table sweep_office force row level security;
create policy own_office on sweep_office using (office_id = current_office()) with check (office_id = current_office());
do $$ begin
  execute format('create policy owner on sweep_office to %I using (true) with check (true)', current_user);
end $$;

alter table closure add column sweep uuid references sweep, add column created_by integer references employee;
alter table holiday add column sweep uuid references sweep, add column version integer not null default 1;
comment on column holiday.sweep is 'That brought its date and time to the offices; null: it was never another';
alter table service add column version integer not null default 1;

-- Who ruled what over all offices, as audit_entry says it of one. Never changed; nobody but the owner can.
create table national_audit_entry (
  id uuid primary key,
  at timestamptz not null,
  employee_id integer not null references employee,
  act text not null check (act ~ '^[a-z]+(-[a-z]+)*$'),
  details jsonb not null default '{}'
);
create index national_audit_entry_by_time on national_audit_entry (at);

-- As idempotency_key, for what is no office's.
create table national_idempotency_key (
  employee_id integer not null references employee,
  route text not null,
  key text not null check (length(key) between 1 and 200),
  request_hash bytea not null,
  status smallint not null,
  response jsonb not null,
  created_at timestamptz not null,
  primary key (employee_id, route, key)
);
create index national_idempotency_key_by_age on national_idempotency_key (created_at);

-- A year's holidays as the law has them, those too that fall on one date.
create function holiday_defaults(year integer)
returns table (date date, name text, name_en text, closed_from_minute integer)
language sql immutable as $$
  values
    (make_date(year, 1, 1), 'Πρωτοχρονιά', 'New Year''s Day', 0),
    (make_date(year, 1, 6), 'Θεοφάνια', 'Epiphany', 0),
    (orthodox_easter(year) - 48, 'Καθαρά Δευτέρα', 'Clean Monday', 0),
    (make_date(year, 3, 25), '25η Μαρτίου', '25 March', 0),
    (orthodox_easter(year) - 2, 'Μεγάλη Παρασκευή', 'Good Friday', 0),
    (orthodox_easter(year) - 1, 'Μεγάλο Σάββατο', 'Holy Saturday', 0),
    (orthodox_easter(year), 'Κυριακή του Πάσχα', 'Easter Sunday', 0),
    (orthodox_easter(year) + 1, 'Δευτέρα του Πάσχα', 'Easter Monday', 0),
    (make_date(year, 5, 1), 'Πρωτομαγιά', 'Labour Day', 0),
    (orthodox_easter(year) + 50, 'Αγίου Πνεύματος', 'Whit Monday', 0),
    (make_date(year, 8, 15), 'Κοίμηση της Θεοτόκου', 'Dormition', 0),
    (make_date(year, 10, 28), '28η Οκτωβρίου', '28 October', 0),
    (make_date(year, 12, 24), 'Παραμονή Χριστουγέννων', 'Christmas Eve', 780),
    (make_date(year, 12, 25), 'Χριστούγεννα', 'Christmas Day', 0),
    (make_date(year, 12, 26), 'Σύναξη της Θεοτόκου', 'Second day of Christmas', 0),
    (make_date(year, 12, 31), 'Παραμονή Πρωτοχρονιάς', 'New Year''s Eve', 780)
$$;

-- Where 1 May falls on a day of Easter, 0001 kept either of the two: Easter stays, and 1 May is there to be moved.
update holiday set name = easter.name, name_en = easter.name_en
from generate_series(2020, 2099) as year, lateral holiday_defaults(year) as easter
where easter.date = make_date(year, 5, 1) and easter.name <> 'Πρωτομαγιά'
  and holiday.date = easter.date and holiday.name = 'Πρωτομαγιά';

-- How many it concerns over all offices, for which the application itself has no eyes: numbers, and nothing else.

create function count_in_time(wanted_region text, first timestamptz, last timestamptz, now timestamptz)
returns table (offices bigint, concerned bigint, appointments bigint)
language sql stable security definer set search_path = public as $$
  select count(*), count(*) filter (where standing > 0), coalesce(sum(standing), 0)::bigint
  from office cross join lateral (
    select count(*) as standing from appointment
    where office_id = office.id and starts_at >= greatest(first, now) - interval '1 day' and starts_at < last
      and ends_at > greatest(first, now) and live and kept_by is null) as own
  where wanted_region is null or region = wanted_region
$$;
comment on function count_in_time is 'A visit begins less than a day before it ends: so the index finds those that reach into the time';

create function count_of_service(wanted_service text, now timestamptz)
returns table (offices bigint, concerned bigint, appointments bigint)
language sql stable security definer set search_path = public as $$
  select count(*), count(*) filter (where coming > 0), coalesce(sum(coming), 0)::bigint
  from office cross join lateral (
    select count(*) as coming from appointment
    where office_id = office.id and starts_at > now and service = wanted_service and live) as own
  where not exists (select from office_service as own where own.office_id = office.id and own.service = wanted_service
    and (not is_offered or minutes is not null))
$$;

create function offices_with_own_minutes() returns table (service text, offices bigint)
language sql stable security definer set search_path = public as $$
  select service, count(*) from office_service where not is_offered or minutes is not null group by service
$$;

create function offices_to_sweep(wanted uuid) returns setof integer
language sql stable security definer set search_path = public as $$
  select office.id from sweep join office on sweep.region is null or sweep.region = office.region
  where sweep.id = wanted
    and not exists (select from sweep_office where office_id = office.id and sweep_office.sweep = wanted)
  order by office.id
$$;

create function sweep_progress(wanted uuid[])
returns table (sweep uuid, offices bigint, done bigint, concerned bigint, appointments bigint)
language sql stable security definer set search_path = public as $$
  select id, done + case when done_at is null then (select count(*) from offices_to_sweep(id)) else 0 end,
    done, concerned, appointments
  from sweep cross join lateral (
    select count(*) as done, count(*) filter (where sweep_office.appointments > 0) as concerned,
      coalesce(sum(sweep_office.appointments), 0)::bigint as appointments
    from sweep_office where sweep_office.sweep = sweep.id) as been
  where id = any (wanted)
$$;

revoke execute on function count_in_time, count_of_service, offices_with_own_minutes, offices_to_sweep, sweep_progress from public;
grant execute on function count_in_time, count_of_service, offices_with_own_minutes, offices_to_sweep, sweep_progress to visits_app;

grant select, insert, update (done_at) on sweep to visits_app;
grant select, insert on sweep_office to visits_app;
grant insert, delete, update (ends_at) on closure to visits_app;
grant insert, update, delete on holiday to visits_app;
grant select, insert on national_audit_entry to visits_app;
grant select, insert, update, delete on national_idempotency_key to visits_app;
