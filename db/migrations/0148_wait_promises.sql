-- What was said to people of how long they would wait, and what became of it. A number's promise leads to its visit for the day
-- alone: the night counts it and erases it.
create table wait_promise (
  office_id integer not null,
  date date not null,
  ticket_id uuid not null,
  place text not null check (place in ('screen', 'printer', 'phone')),
  quarter integer not null check (quarter >= 0),
  waited_minutes integer not null check (waited_minutes >= 0),
  from_minutes integer not null check (from_minutes >= 0),
  to_minutes integer not null check (to_minutes >= from_minutes),
  is_said boolean not null,
  primary key (office_id, date, ticket_id, place, quarter),
  foreign key (office_id) references office (id)
);
comment on table wait_promise is 'The range of minutes of one number at one place; the night after the day counts and erases it. A number that was never given has none: it is left out of the count';
comment on column wait_promise.place is 'Where it was read: the screen at the entrance with its paper, a printer, the own phone';
comment on column wait_promise.quarter is 'Quarters of an hour that they had waited: in each the first range counts';
comment on column wait_promise.from_minutes is 'From then on; the middle of those who waited as long';
comment on column wait_promise.to_minutes is 'Nine of ten of them';
comment on column wait_promise.is_said is 'False: the office was silent, and it was computed only to be counted';
call keep_to_office('wait_promise');
grant select, insert, delete on wait_promise to visits_app;

create table day_promise (
  office_id integer not null,
  date date not null,
  place text not null check (place in ('screen', 'printer', 'phone', 'usual-walk-in', 'usual-appointment')),
  is_said boolean not null,
  within integer not null check (within >= 0),
  shorter integer not null check (shorter >= 0),
  longer integer not null check (longer >= 0),
  unknown integer not null check (unknown >= 0),
  primary key (office_id, date, place, is_said),
  foreign key (office_id) references office (id)
);
comment on table day_promise is 'What became of the ranges of a day: counts alone';
comment on column day_promise.place is 'As of wait_promise; usual: the hours on the page of the office, of each visit that began to wait in one of them';
comment on column day_promise.longer is 'Than the end of the range, also of people who left after that: these were not kept';
comment on column day_promise.unknown is 'Nobody noted when they were served, or they left before the end of the range';
call keep_to_office('day_promise');
grant select, insert, update on day_promise to visits_app;
create policy definer on day_promise for select to visits_definer using (true);
grant select on day_promise to visits_definer;

create table office_wait (
  office_id integer primary key,
  date date not null,
  usual json not null,
  score json not null,
  number_is_silent boolean not null,
  number_since date not null,
  usual_is_silent boolean not null,
  usual_since date not null,
  foreign key (office_id) references office (id)
);
comment on table office_wait is 'What an office''s page says of waiting until the next night, and whether the office is silent about it';
comment on column office_wait.date is 'The last day that it is of; it is said on the days after it';
comment on column office_wait.usual is 'The usual wait by hour, or why it is not known';
comment on column office_wait.score is 'What became in the last closed month of what was said';
comment on column office_wait.number_is_silent is 'People with numbers are told no range';
comment on column office_wait.number_since is 'The day from which that is so; what became of ranges before it is not asked any more';
comment on column office_wait.usual_is_silent is 'The page of the office says nothing of its hours';
call keep_to_office('office_wait');
grant select, insert, update on office_wait to visits_app;

create view visits_check.promises with (security_invoker) as
  select code as office, date, place, is_said, within, shorter, longer, unknown
  from day_promise join office on office.id = office_id;
