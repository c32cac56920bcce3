-- What an office says of itself: its entrance, and where its services differ from the national catalogue.

alter table office
  add column has_step_free_entrance boolean,
  add column has_lift boolean,
  add column has_accessible_wc boolean,
  add column has_disabled_parking boolean,
  add column access_notes text,
  add column settings_version integer not null default 1,
  add column settings_changed_at timestamptz,
  add column settings_changed_by integer references employee;
comment on column office.has_step_free_entrance is 'Null: not known, as with the other facts of the entrance';
comment on column office.has_lift is 'A lift, or all on the ground floor';
comment on column office.settings_version is 'Moves with every change of what its own page shows';
comment on column office.settings_changed_by is 'The administrator who changed it last; null when an import did';

-- Without a row an office offers a service, for the catalogue's minutes.
create table office_service (
  office_id integer not null references office,
  service text not null references service,
  is_offered boolean not null default true,
  minutes integer check (minutes between 5 and 240),
  primary key (office_id, service),
  check (not is_offered or minutes is not null)
);
comment on column office_service.minutes is 'Null: as the catalogue says';

alter table office_service enable row level security;
alter table office_service force row level security;
create policy own_office on office_service using (office_id = current_office()) with check (office_id = current_office());
do $$ begin
  execute format('create policy owner on office_service to %I using (true) with check (true)', current_user);
end $$;

grant select, insert, update, delete on office_service to visits_app;
