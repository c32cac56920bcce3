-- How long people waited and were served, as counts of minutes that can be added up over days and offices and outlive what is
-- known of single visits. Nothing of it tells an employee, a queue or a person.
create table day_measure (
  office_id integer not null,
  date date not null,
  measure text not null,
  class text not null,
  half_hours json not null,
  primary key (office_id, date, measure, class),
  foreign key (office_id) references office (id)
);
comment on column day_measure.half_hours is 'Half-hour of the day in Athens, 0 to 47 → value → how many: whole minutes, but days of "came" and "no-show", and people of "crowd"';
call keep_to_office('day_measure');
grant select, insert, delete on day_measure to visits_app;

-- How far a day was recorded as it happened, without which its measures mean nothing.
create table day_completeness (
  office_id integer not null,
  date date not null,
  visits integer not null,
  complete integer not null,
  from_paper integer not null,
  suspect integer not null,
  unresolved integer not null,
  primary key (office_id, date),
  foreign key (office_id) references office (id)
);
comment on column day_completeness.visits is 'Of people who came and did not leave unserved';
comment on column day_completeness.complete is 'Of these, arrived, started and completed were recorded in order, ten seconds apart at least';
comment on column day_completeness.from_paper is 'Of these, caught up from paper: their times are not measured';
comment on column day_completeness.suspect is 'Services of less than thirty seconds, or of more than four times the catalogue''s minutes: not measured';
comment on column day_completeness.unresolved is 'Appointments of which nobody noted what became of them';
call keep_to_office('day_completeness');
grant select, insert, delete on day_completeness to visits_app;

create table measured_until (
  office_id integer not null,
  date date not null,
  primary key (office_id),
  foreign key (office_id) references office (id)
);
comment on table measured_until is 'The last day of an office that was measured; the days before it are, too';
call keep_to_office('measured_until');
grant select, insert, update on measured_until to visits_app;
create policy definer on measured_until for select to visits_definer using (true);
grant select (office_id, date) on measured_until to visits_definer;

-- One row for each value, to be added up.
create view visits_check.minutes with (security_invoker) as
  select code as office, date, half_hour::integer as half_hour, measure, class, value::integer as value, count::integer as count
  from day_measure join office on office.id = office_id
    cross join lateral json_each(half_hours) as by_half_hour (half_hour, counts)
    cross join lateral json_each_text(counts) as by_value (value, count);
create view visits_check.completeness with (security_invoker) as
  select code as office, date, visits, complete, from_paper, suspect, unresolved
  from day_completeness join office on office.id = office_id;
