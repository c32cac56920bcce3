-- What each closed week of an office came to: sums of its days, so that the ministry reads over all offices without adding up
-- years of days each time. By office, never by counter.
create table office_week (
  office_id integer not null,
  monday date not null,
  days smallint not null,
  open_minutes integer not null,
  counters smallint,
  visits integer not null,
  complete integer not null,
  on_time integer not null,
  present integer not null,
  no_shows integer not null,
  due integer not null,
  soon integer not null,
  walk_ins integer not null,
  appointment_waits integer[] not null,
  walk_in_waits integer[] not null,
  nights smallint not null,
  third_free_days integer,
  primary key (office_id, monday),
  foreign key (office_id) references office (id),
  check (extract(isodow from monday) = 1)
);
create index office_week_by_monday on office_week (monday);
comment on table office_week is 'Sums of a week that has ended, of the days that were counted; made anew with each of its days';
comment on column office_week.days is 'On which visits were recorded';
comment on column office_week.counters is 'The most queues in which anybody was served on one day; null: counted before that was';
comment on column office_week.on_time is 'Of those present: begun within ten minutes of the appointed time';
comment on column office_week.present is 'With an appointment and here by its time, those who left too';
comment on column office_week.no_shows is 'Of those due: did not come';
comment on column office_week.due is 'Appointments of which it is recorded whether anybody came';
comment on column office_week.soon is 'Of the walk-ins: begun within thirty minutes';
comment on column office_week.walk_ins is 'Without an appointment, those who left too';
comment on column office_week.appointment_waits is 'Of who was here by the appointed time: waits by steps (src/measures/national/wait-steps.ts)';
comment on column office_week.walk_in_waits is 'Of who had no appointment: waits by the same steps';
comment on column office_week.nights is 'In which free times were looked for';
comment on column office_week.third_free_days is 'As day_access has it for the last of these nights';
call keep_to_office('office_week');
grant select, insert, delete on office_week to visits_app;
create policy definer on office_week for select to visits_definer using (true);
grant select on office_week to visits_definer;
