-- The head rules her office's queues (circular §Γ): for dates too, with an employee for a day, and every change with its
-- consequence for the appointments there are.

alter table queue add column version integer not null default 1;

-- On these dates a queue is active or not, whatever else it is.
create table queue_activity (
  office_id integer not null,
  queue smallint not null,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid) and not upper_inf(valid)),
  is_active boolean not null,
  primary key (office_id, queue, valid),
  foreign key (office_id, queue) references queue,
  exclude using gist (office_id with =, queue with =, valid with &&)
);

-- Somebody else serves the queue on that day.
create table queue_substitute (
  office_id integer not null,
  queue smallint not null,
  date date not null,
  employee_id integer not null references employee,
  primary key (office_id, queue, date),
  foreign key (office_id, queue) references queue
);

alter table exception add column series uuid, add column version integer not null default 1;
comment on column exception.series is 'Those of one weekly series share it';

-- What became of an appointment because of such a change bears its name: the id of its audit entry.
alter table appointment_event add column cause uuid;
create index appointment_event_by_cause on appointment_event (office_id, cause) where cause is not null;
alter table appointment_event drop constraint appointment_event_kind_check;
alter table appointment_event add constraint appointment_event_kind_check check (kind in
  ('booked', 'changed', 'moved', 'kept', 'transferred', 'cancelled', 'arrived', 'service-started', 'completed', 'no-show',
   'undone'));

-- The outbox (design.md §1): written with the act that it tells of.
create table mail (
  office_id integer not null,
  id uuid not null,
  appointment_id uuid not null,
  kind text not null check (kind in ('moved')),
  address text not null,
  details json not null,
  state text not null default 'planned' check (state in ('planned', 'withdrawn')),
  planned_at timestamptz not null,
  cause uuid,
  primary key (office_id, id),
  foreign key (office_id, appointment_id) references appointment
);
comment on column mail.cause is 'The change of rules that it tells of';
comment on column mail.details is 'What the message says besides the appointment itself: [before, after] of what moved';

-- Whom to call, because a change concerns an appointment and no e-mail can tell.
create table call (
  office_id integer not null,
  appointment_id uuid not null,
  date date not null,
  why text not null check (why in ('moved', 'kept')),
  before json not null,
  outcome text not null default 'not-called' check (outcome in ('not-called', 'agreed', 'no-answer')),
  planned_at timestamptz not null,
  noted_at timestamptz,
  noted_by integer references employee,
  version integer not null default 1,
  cause uuid not null,
  primary key (office_id, appointment_id),
  foreign key (office_id, appointment_id) references appointment
);
create index call_by_date on call (office_id, date);
comment on column call.date is 'The day for which the citizen was expected: on that day''s list she stands';
comment on column call.before is 'Date, time and queue as she was told them';

do $$
declare name text;
begin
  foreach name in array array['queue_activity', 'queue_substitute', 'mail', 'call'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_office on %I using (office_id = current_office()) with check (office_id = current_office())', name);
    execute format('create policy owner on %I to %I using (true) with check (true)', name, current_user);
  end loop;
end $$;

grant select, insert, update, delete on queue_activity, queue_substitute, call to visits_app;
grant select, insert, update on mail to visits_app;
