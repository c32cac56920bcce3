-- What an office had to give on a day, and what became of it. By office, never by counter: in most a counter is one person.
create table day_capacity (
  office_id integer not null,
  date date not null,
  open_minutes integer not null,
  booked_minutes integer not null,
  served_minutes integer not null,
  overtime_minutes integer,
  counters integer not null,
  tickets integer not null,
  primary key (office_id, date),
  foreign key (office_id) references office (id)
);
comment on column day_capacity.open_minutes is 'Of all queues that served: their hours without what was closed, while they were active';
comment on column day_capacity.booked_minutes is 'Of places of appointments made before, whatever became of the visit';
comment on column day_capacity.served_minutes is 'Of services that were measured';
comment on column day_capacity.overtime_minutes is 'From the end of the last hours to the last completion; null: not open, or nothing was completed';
comment on column day_capacity.counters is 'Queues in which anybody was served';
comment on column day_capacity.tickets is 'Numbers that were given and not taken back';
call keep_to_office('day_capacity');
grant select, insert, delete on day_capacity to visits_app;

-- How long a service took, where it tells nobody's pace: on days on which three counters at least served.
create table day_service (
  office_id integer not null,
  date date not null,
  service text not null,
  minutes json not null,
  primary key (office_id, date, service),
  foreign key (office_id) references office (id),
  foreign key (service) references service (code)
);
comment on column day_service.minutes is 'Whole minutes → how many visits of this service alone';
call keep_to_office('day_service');
grant select, insert, delete on day_service to visits_app;

create table day_access (
  office_id integer not null,
  date date not null,
  third_free_days integer,
  primary key (office_id, date),
  foreign key (office_id) references office (id)
);
comment on table day_access is 'How far ahead free times lay in the night after a day: seen then, and never counted anew';
comment on column day_access.third_free_days is 'Days from the next one to the third free place by telephone; null: none within the weeks that are looked at';
call keep_to_office('day_access');
grant select, insert on day_access to visits_app;

-- Why visits are not complete, so that a head knows which press is missing.
alter table day_completeness add column not_started integer, add column not_completed integer, add column at_once integer;
comment on column day_completeness.not_started is 'Of people who came, without a start; null: counted before these were told apart';
comment on column day_completeness.not_completed is 'Started, without a completion';
comment on column day_completeness.at_once is 'Arrived, started and completed within seconds of each other';

create view visits_check.capacity with (security_invoker) as
  select code as office, date, open_minutes, booked_minutes, served_minutes, overtime_minutes, counters, tickets,
    third_free_days
  from day_capacity join office on office.id = office_id left join day_access using (office_id, date);
create view visits_check.service_minutes with (security_invoker) as
  select office.code as office, date, service, value::integer as value, count::integer as count
  from day_service join office on office.id = office_id cross join lateral json_each_text(minutes) as by_value (value, count);
