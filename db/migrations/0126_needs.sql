-- What an office is to prepare for a visit, ticked in a list: some of it tells of somebody's health.
alter table appointment add column needs text[] not null default '{}';
alter table appointment
  add constraint appointment_needs_check
    check (needs <@ array['wheelchair', 'longer-time', 'attendant', 'guide-dog'] and cardinality(needs) <= 4) not valid,
  add constraint appointment_anonymous_needs_check check (anonymized_at is null or needs = '{}') not valid;
comment on column appointment.needs is 'What the citizen asked to have ready; empty: nothing was ticked';
grant update (needs) on appointment to visits_app;
grant update (needs) on appointment to visits_definer;

create table needs_offer (
  is_only boolean primary key default true check (is_only),
  is_on boolean not null default false,
  version integer not null default 1,
  changed_at timestamptz,
  changed_by integer references employee (id)
);
comment on table needs_offer is 'Whether visits may say what is to be prepared that tells of health: the ministry switches it on';
insert into needs_offer default values;
grant select, update on needs_offer to visits_app;

alter table office add column longer_minutes integer not null default 10;
alter table office add constraint office_longer_minutes_check check (longer_minutes between 5 and 60) not valid;
comment on column office.longer_minutes is 'So many minutes more are given to whoever needs longer time';
grant update (longer_minutes) on office to visits_app;

-- With a tilde behind the first one's codes where the visit takes longer.
alter table booking_form drop constraint booking_form_service_check;
alter table booking_form
  add constraint booking_form_service_check
    check (service ~ '^[a-z0-9-]+(,[a-z0-9-]+){0,2}(,~)?(;[a-z0-9-]+(,[a-z0-9-]+){0,2}){0,3}$') not valid;
