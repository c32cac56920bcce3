-- Who comes with whom, and what is done besides, in one visit at one counter.
alter table appointment
  add column more_services text[] not null default '{}',
  add column companions jsonb not null default '[]';
alter table appointment
  add constraint appointment_more_services_check check (cardinality(more_services) <= 2) not valid,
  add constraint appointment_companions_check check (jsonb_typeof(companions) = 'array' and jsonb_array_length(companions) <= 3) not valid,
  add constraint appointment_anonymous_companions_check
    check (anonymized_at is null or not companions @? '$[*] ? (@.lastName != "" || @.firstName != "")') not valid;
comment on column appointment.more_services is 'Of whom it was made for, besides the first: codes of the catalogue';
comment on column appointment.companions is 'Who else is served: [{lastName, firstName, services}]; of the forgotten the names are empty, what was done for them stays';
grant update (more_services, companions) on appointment to visits_app;
grant select (companions), update (companions) on appointment to visits_definer;

alter table office add column common_minutes integer not null default 0;
alter table office add constraint office_common_minutes_check check (common_minutes between 0 and 30) not valid;
comment on column office.common_minutes is 'Of several services in one visit so many minutes happen once, whatever the number';
grant update (common_minutes) on office to visits_app;

-- What is done for all who come: codes with commas, and a semicolon before those of each who comes along.
alter table booking_form drop constraint booking_form_service_fkey;
alter table booking_form
  add constraint booking_form_service_check check (service ~ '^[a-z0-9-]+(,[a-z0-9-]+){0,2}(;[a-z0-9-]+(,[a-z0-9-]+){0,2}){0,3}$') not valid;
