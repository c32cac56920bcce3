-- Appointments that stood before 0002 are found by no word yet. Only the program knows the words: it writes them after it
-- has started, office by office, beside its work (src/appointments/fill-words.ts).

create table words_missing (
  office_id integer primary key references office,
  after uuid not null default '00000000-0000-0000-0000-000000000000'
);
comment on column words_missing.after is 'Up to this appointment, in the order of their ids, the words are there';

insert into words_missing (office_id)
select id from office where exists (select from appointment where office_id = office.id)
  and not exists (select from appointment_word where office_id = office.id);

alter table words_missing enable row level security;
alter table words_missing force row level security;
create policy own_office on words_missing using (office_id = current_office()) with check (office_id = current_office());
do $$ begin
  execute format('create policy owner on words_missing to %I using (true) with check (true)', current_user);
end $$;

-- In all offices, for which the application itself has no eyes.
create function offices_with_words_missing() returns setof integer
language sql stable security definer set search_path = public as $$ select office_id from words_missing order by office_id $$;
revoke execute on function offices_with_words_missing from public;
grant execute on function offices_with_words_missing to visits_app;

grant select, update, delete on words_missing to visits_app;
