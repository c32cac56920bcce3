-- Citizens' pages and letters in the languages of many who come to the counters. Each waits for a native reader, and is off
-- until the ministry switches it on.
create table counter_language (
  language text primary key,
  is_on boolean not null default false,
  version integer not null default 1,
  changed_at timestamptz,
  changed_by integer references employee (id)
);
comment on column counter_language.is_on is 'Citizens are offered pages and letters in it';
insert into counter_language (language) values ('sq'), ('uk'), ('ar'), ('ur');
grant select, update on counter_language to visits_app;

alter table appointment
  drop constraint appointment_language_check,
  add constraint appointment_language_check
    check (language = any (array['el', 'en', 'sq', 'uk', 'ar', 'ur'])) not valid;
