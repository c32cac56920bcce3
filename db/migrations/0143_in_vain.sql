-- Visits that were in vain because of what had not been said clearly. Of a visit it is known until the night alone; what stays
-- is of services, week by week, and of no office.
create table visit_in_vain (
  office_id integer not null,
  visit uuid not null,
  date date not null,
  service text not null,
  reason text,
  line text,
  version integer not null,
  primary key (office_id, visit),
  foreign key (office_id) references office (id),
  foreign key (service) references service (code),
  check (reason in ('paper', 'elsewhere', 'needless')),
  check (line is null or reason = 'paper')
);
comment on table visit_in_vain is 'Deleted in the night, when its day is counted; who noted it is stored nowhere';
comment on column visit_in_vain.visit is 'An appointment or a number';
comment on column visit_in_vain.reason is 'Null: taken back';
comment on column visit_in_vain.line is 'Which line of what to bring, by its Greek words; null: something that is not among them';
call keep_to_office('visit_in_vain');
grant select, insert, update, delete on visit_in_vain to visits_app;

create table in_vain_until (
  office_id integer not null,
  date date not null,
  primary key (office_id),
  foreign key (office_id) references office (id)
);
comment on table in_vain_until is 'The last day of which visits in vain were counted: each day once';
call keep_to_office('in_vain_until');
grant select, insert, update on in_vain_until to visits_app;
-- Of what was served before nobody could say whether it was in vain.
insert into in_vain_until select id, (now() at time zone 'Europe/Athens')::date from office;

create table in_vain_week (
  monday date not null,
  service text not null,
  visits integer not null,
  paper integer not null,
  elsewhere integer not null,
  needless integer not null,
  primary key (monday, service),
  foreign key (service) references service (code),
  check (least(paper, elsewhere, needless) >= 0 and paper + elsewhere + needless <= visits)
);
comment on column in_vain_week.visits is 'That were served on days that count; one of several services counts in each of them';
grant select, insert, update on in_vain_week to visits_app;

create table in_vain_line (
  monday date not null,
  service text not null,
  line text not null,
  visits integer not null,
  primary key (monday, service, line),
  foreign key (monday, service) references in_vain_week (monday, service),
  check (visits > 0)
);
comment on column in_vain_line.line is 'Of what to bring, in its Greek words of that day; what is in none of them is the rest of paper';
grant select, insert, update on in_vain_line to visits_app;

create table in_vain_days (
  monday date not null,
  counted integer not null,
  left_out integer not null,
  primary key (monday),
  check (least(counted, left_out) >= 0)
);
comment on table in_vain_days is 'Days of offices in a week on which anybody was served';
comment on column in_vain_days.left_out is 'Fewer than four of five visits were recorded whole';
grant select, insert, update on in_vain_days to visits_app;
