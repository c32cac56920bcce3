-- The tables that booking stands on. Every table of an office starts its key with office_id and is closed to other
-- offices by row-level security; the application connects as visits_app, which owns nothing.

create extension if not exists btree_gist;

create schema visits_check;
grant usage on schema public, visits_check to visits_app;

-- The office whose rows this transaction may see; null, and therefore nothing, when it was not set.
create function current_office() returns integer language sql stable parallel safe as
  $$ select nullif(current_setting('visits.office', true), '')::integer $$;
create function current_employee() returns integer language sql stable parallel safe as
  $$ select nullif(current_setting('visits.employee', true), '')::integer $$;

-- Offices --------------------------------------------------------------------------------------------------------

create table office (
  id integer generated always as identity primary key,
  code text not null unique check (code ~ '^[0-9]{4}[Α-Ω]?$'),
  name text not null,
  name_en text,
  parent_code text,
  municipality text not null,
  regional_unit text,
  region text,
  address text,
  postcode text check (postcode ~ '^[0-9]{5}$'),
  phone text,
  email text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  lead_minutes integer not null default 30 check (lead_minutes between 0 and 10080),
  is_example boolean not null default false
);
comment on column office.lead_minutes is 'How far from now the first time offered by telephone lies; a preselection, never a limit for staff';
comment on column office.is_example is 'Invented, for trials and training';

create table service (
  code text primary key check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  name text not null,
  short_name text not null,
  name_en text not null,
  minutes integer not null check (minutes between 5 and 240),
  bring text,
  bring_en text,
  is_example boolean not null default false
);

-- Who works where: never typed by hand, always from the directory -------------------------------------------------

create table employee (
  id integer generated always as identity primary key,
  afm text not null unique,
  last_name text not null,
  first_name text not null,
  is_ministry boolean not null default false,
  synced_at timestamptz not null
);
comment on column employee.synced_at is 'When the directory last answered for this person';

create table membership (
  office_id integer not null references office,
  employee_id integer not null references employee,
  role text not null check (role in ('administrator', 'operator')),
  primary key (office_id, employee_id, role)
);
create index membership_by_employee on membership (employee_id);

create table session (
  token_hash bytea primary key,
  employee_id integer not null references employee,
  created_at timestamptz not null,
  last_seen_at timestamptz not null
);
create index session_by_employee on session (employee_id);

-- Every call to the directory carries an audit record that the caller must keep.
create table directory_call (
  transaction_id uuid primary key,
  called_at timestamptz not null,
  audit jsonb not null,
  outcome text not null
);

-- Queues and their hours ------------------------------------------------------------------------------------------

create table queue (
  office_id integer not null references office,
  number smallint not null check (number between 1 and 99),
  name text not null,
  is_default boolean not null default false,
  is_active boolean not null default false,
  is_public boolean not null default false,
  is_archived boolean not null default false,
  employee_id integer references employee,
  slot_minutes smallint not null default 10 check (slot_minutes between 5 and 120),
  primary key (office_id, number),
  check (not (is_default and is_archived))
);
create unique index queue_one_default on queue (office_id) where is_default;

create table queue_hours (
  office_id integer not null,
  queue smallint not null,
  weekday smallint not null check (weekday between 1 and 7),
  opens_minute smallint not null check (opens_minute between 0 and 1439),
  closes_minute smallint not null check (closes_minute between 1 and 1440),
  valid daterange not null default daterange(null, null),
  primary key (office_id, queue, weekday, opens_minute, valid),
  foreign key (office_id, queue) references queue,
  check (opens_minute < closes_minute),
  exclude using gist (
    office_id with =, queue with =, weekday with =, valid with &&,
    int4range(opens_minute, closes_minute) with &&)
);
comment on column queue_hours.weekday is 'ISO: 1 Monday … 7 Sunday';
comment on column queue_hours.opens_minute is 'Minutes since local midnight, Europe/Athens';

-- Part of a day or whole days in which a queue, or the whole office (queue null), does not serve, or serves besides.
create table exception (
  office_id integer not null references office,
  id uuid not null,
  queue smallint,
  kind text not null check (kind in ('closed', 'extra')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null,
  created_at timestamptz not null,
  created_by integer references employee,
  primary key (office_id, id),
  foreign key (office_id, queue) references queue,
  check (starts_at < ends_at),
  check (kind = 'closed' or queue is not null)
);
create index exception_by_time on exception (office_id, ends_at);

-- National: of all offices, or of one region.
create table closure (
  id uuid primary key,
  region text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null,
  created_at timestamptz not null,
  check (starts_at < ends_at)
);

create table holiday (
  date date primary key,
  name text not null,
  name_en text not null,
  closed_from_minute smallint not null default 0 check (closed_from_minute between 0 and 1439)
);
comment on table holiday is 'Public-sector holidays; the computed defaults, which the ministry may correct';
comment on column holiday.closed_from_minute is 'Minutes since local midnight; 780 where work stops at 13:00';

-- Meeus' Julian algorithm; the Julian calendar is 13 days behind from 1900 to 2099.
create function orthodox_easter(year integer) returns date language sql immutable as $$
  select make_date(year, (d + e + 114) / 31, (d + e + 114) % 31 + 1) + 13
  from (select (19 * (year % 19) + 15) % 30 as d) as moon,
       lateral (select (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7 as e) as sunday
$$;

insert into holiday (date, name, name_en, closed_from_minute)
select distinct on (day.date) day.* from generate_series(2020, 2099) as year, lateral (values
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
) as day (date, name, name_en, closed_from_minute)
order by day.date, day.closed_from_minute;

-- Appointments ----------------------------------------------------------------------------------------------------

-- Nine digits to be dictated by telephone: eight that look random, and Damm's check digit. Unique in the nation
-- without a table that all offices share: a secret four-round Feistel network permutes the numbers of a sequence.
create sequence reference_number as bigint minvalue 0 maxvalue 99999999 cycle;
create table reference_key (round smallint primary key, key bigint not null);
insert into reference_key select round, floor(random() * 1000000)::bigint from generate_series(1, 4) as round;

create function damm_digit(digits text) returns text language plpgsql immutable strict as $$
declare
  quasigroup constant text := '0317598642709215486342068713591750983426612304597836742095815869720134894536201794386172052581436790';
  interim integer := 0;
begin
  for i in 1..length(digits) loop
    interim := substr(quasigroup, interim * 10 + substr(digits, i, 1)::integer + 1, 1)::integer;
  end loop;
  return interim::text;
end $$;

create function new_reference() returns text language plpgsql volatile security definer set search_path = public as $$
declare
  number bigint := nextval('reference_number');
  left_half bigint := number / 10000;
  right_half bigint := number % 10000;
  mixed bigint;
  key bigint;
  digits text;
begin
  for key in select k.key from reference_key as k order by round loop
    mixed := ((right_half + key) * 2654435761 % 4294967296) / 65536;
    mixed := (left_half + mixed) % 10000;
    left_half := right_half;
    right_half := mixed;
  end loop;
  digits := lpad((left_half * 10000 + right_half)::text, 8, '0');
  return digits || damm_digit(digits);
end $$;

create table appointment (
  office_id integer not null,
  id uuid not null,
  reference text not null default new_reference(),
  queue smallint not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  status text not null default 'booked'
    check (status in ('held', 'booked', 'arrived', 'in-service', 'served', 'no-show', 'cancelled', 'expired')),
  live boolean not null generated always as (status not in ('cancelled', 'expired')) stored,
  status_at timestamptz not null,
  service text not null references service,
  last_name text not null,
  first_name text not null,
  phone text,
  email text,
  party text not null default 'citizen' check (party in ('citizen', 'business')),
  business_name text,
  business_afm text,
  notes text,
  channel text not null default 'phone' check (channel in ('phone', 'email', 'in-person', 'online')),
  language text not null default 'el' check (language in ('el', 'en')),
  cancellation_reason text,
  kept_by integer references employee,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by integer references employee,
  primary key (office_id, id),
  unique (office_id, reference),
  foreign key (office_id, queue) references queue,
  check (starts_at < ends_at),
  check ((party = 'business') = (business_name is not null)),
  -- What must never happen: two live appointments of a queue overlap.
  exclude using gist (office_id with =, queue with =, tstzrange(starts_at, ends_at) with &&) where (live)
);
create index appointment_by_time on appointment (office_id, starts_at);
comment on column appointment.kept_by is 'The administrator who, shown that this time closes, kept the appointment';
comment on column appointment.last_name is 'Of the citizen, or of the business''s legal representative';

create table appointment_event (
  office_id integer not null,
  appointment_id uuid not null,
  version integer not null,
  kind text not null check (kind in
    ('booked', 'changed', 'moved', 'cancelled', 'arrived', 'service-started', 'completed', 'no-show', 'undone')),
  at timestamptz not null,
  employee_id integer references employee,
  changes json not null default '{}',
  undoes integer,
  primary key (office_id, appointment_id, version),
  foreign key (office_id, appointment_id) references appointment
);
comment on column appointment_event.version is 'The appointment''s version that this act made';
comment on column appointment_event.changes is 'Column → [before, after]';
comment on column appointment_event.undoes is 'The version whose act this one took back';

create table idempotency_key (
  office_id integer not null references office,
  employee_id integer not null references employee,
  route text not null,
  key text not null check (length(key) between 1 and 200),
  request_hash bytea not null,
  status smallint not null,
  response jsonb not null,
  created_at timestamptz not null,
  primary key (office_id, employee_id, route, key)
);
create index idempotency_key_by_age on idempotency_key (office_id, created_at);

-- Only for those it concerns --------------------------------------------------------------------------------------

do $$
declare name text;
begin
  foreach name in array array['queue', 'queue_hours', 'exception', 'appointment', 'appointment_event', 'idempotency_key'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_office on %I using (office_id = current_office()) with check (office_id = current_office())', name);
    -- FORCE binds the owner too, who migrates, backs up and checks: it is let in by name, the application never.
    execute format('create policy owner on %I to %I using (true) with check (true)', name, current_user);
  end loop;
end $$;

alter table membership enable row level security;
alter table membership force row level security;
create policy own_office on membership for select using (office_id = current_office());
do $$ begin
  execute format('create policy owner on membership to %I using (true) with check (true)', current_user);
end $$;
create policy own_rights on membership using (employee_id = current_employee()) with check (employee_id = current_employee());

grant select on office, service, employee, membership, session, queue, queue_hours, exception, closure, holiday,
  appointment, appointment_event, idempotency_key to visits_app;
grant insert, update on office, service, employee to visits_app;
grant insert, delete on membership to visits_app;
grant insert, update, delete on session to visits_app;
grant insert on directory_call to visits_app;
grant insert, update on queue, appointment to visits_app;
grant insert, update, delete on queue_hours, exception to visits_app;
grant insert on appointment_event to visits_app;
grant insert, update, delete on idempotency_key to visits_app;

-- For checks from outside: what holds, in SQL ---------------------------------------------------------------------

create view visits_check.appointment as
  select office.code as office, appointment.queue, starts_at, ends_at, status, live, channel, reference,
    kept_by
  from appointment join office on office.id = office_id;

create view visits_check.closed as
  select office.code as office, exception.queue, starts_at, ends_at
  from exception join office on office.id = office_id where kind = 'closed'
  union all
  select office.code, null, starts_at, ends_at
  from closure join office on closure.region is null or closure.region = office.region
  union all
  select office.code, null,
    (date + make_interval(mins => closed_from_minute)) at time zone 'Europe/Athens',
    (date + 1)::timestamp at time zone 'Europe/Athens'
  from holiday cross join office;
