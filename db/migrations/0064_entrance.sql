-- Whoever has an appointment says at the office's entrance that they have come: at a screen that shows no names.
create table entrance_screen (
  office_id integer not null,
  id uuid not null,
  name text not null,
  token_hash bytea not null,
  created_at timestamptz not null,
  created_by integer not null,
  seen_at timestamptz,
  primary key (office_id, id),
  foreign key (office_id) references office (id),
  foreign key (created_by) references employee (id),
  constraint entrance_screen_name_check check (length(name) between 1 and 60)
);
comment on column entrance_screen.token_hash is 'Of the key that the screen keeps; it is shown once, and stored nowhere';
comment on column entrance_screen.seen_at is 'When it last asked for its page, to the minute';
create index entrance_screen_by_token on entrance_screen (token_hash);
call keep_to_office('entrance_screen');
create policy definer on entrance_screen for select to visits_definer using (true);
grant select, insert, delete on entrance_screen to visits_app;
grant update (seen_at) on entrance_screen to visits_app;
grant select (office_id, id, token_hash) on entrance_screen to visits_definer;

alter table office
  add column arrival_early_minutes integer not null default 30,
  add column arrival_late_minutes integer not null default 15,
  add constraint office_arrival_early_minutes_check check (arrival_early_minutes between 0 and 480) not valid,
  add constraint office_arrival_late_minutes_check check (arrival_late_minutes between 0 and 480) not valid;
comment on column office.arrival_early_minutes is 'So long before their time citizens can say at the entrance that they have come';
comment on column office.arrival_late_minutes is 'And so long after it; whoever comes later is seen to at the counter';
