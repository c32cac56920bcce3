-- A place that somebody gave up: the counter sees it at once, citizens some minutes later. How many nobody knows, so that no
-- program that watches for it is there before people are.
create table freed_place (
  office_id integer not null,
  queue smallint not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  public_from timestamptz not null,
  primary key (office_id, queue, starts_at, ends_at),
  foreign key (office_id) references office (id)
);
comment on column freed_place.public_from is 'Until then citizens are not offered it';
call keep_to_office('freed_place');
grant select, insert, update, delete on freed_place to visits_app;

alter table office
  add column online_freed_minutes integer not null default 5,
  add constraint office_online_freed_minutes_check check (online_freed_minutes between 0 and 60) not valid;
comment on column office.online_freed_minutes is 'So many minutes later at most citizens are offered a place that was given up; 0: at once';
