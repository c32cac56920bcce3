-- What became of the visits of a day, by the group of their service: of which open data of a month are made.
create table day_outcome (
  office_id integer not null,
  date date not null,
  outcomes json not null,
  primary key (office_id, date),
  foreign key (office_id) references office (id)
);
comment on column day_outcome.outcomes is 'Group of services → outcome → how many visits; what nobody had is left out';
call keep_to_office('day_outcome');
grant select, insert, delete on day_outcome to visits_app;

create view visits_check.outcomes with (security_invoker) as
  select code as office, date, by_group.key as service_group, by_outcome.key as outcome, by_outcome.value::integer as count
  from day_outcome join office on office.id = office_id
    cross join lateral json_each(outcomes) as by_group cross join lateral json_each_text(by_group.value) as by_outcome;
