-- Finding a person among an office's appointments, and the record of who looked.

-- Each word of an appointment's names (person's and business's) by its sound in Latin letters, so that accents, case,
-- keyboards and spellings do not matter. Ranges of a "C" text keep their index under row-level security; LIKE does not.
-- Written by the appointment's own statement; no foreign key, because the application can't delete what it would guard.
create table appointment_word (
  office_id integer not null,
  word text collate "C" not null,
  appointment_id uuid not null,
  primary key (office_id, word, appointment_id)
);
comment on column appointment_word.word is 'As src/platform/text/sound.ts writes it';

-- People remember the last digits.
alter table appointment add column phone_reversed text collate "C" generated always as (reverse(phone)) stored;
create index appointment_by_phone on appointment (office_id, phone_reversed) where phone_reversed is not null;

-- Who did or saw what (invariant 8). Written in the act's own transaction and never changed; nobody but the owner can.
create table audit_entry (
  office_id integer not null references office,
  id uuid not null,
  at timestamptz not null,
  employee_id integer references employee,
  act text not null check (act ~ '^[a-z]+(-[a-z]+)*$'),
  details jsonb not null default '{}',
  primary key (office_id, id)
);
create index audit_entry_by_time on audit_entry (office_id, at);

-- A search that is still being typed: it becomes one entry of the audit when it has settled.
create table search_under_way (
  office_id integer not null references office,
  employee_id integer not null references employee,
  id uuid not null,
  text text not null,
  people integer not null,
  at timestamptz not null,
  primary key (office_id, employee_id)
);
comment on column search_under_way.id is 'Of the entry that it becomes';
create index search_under_way_by_time on search_under_way (at);

-- Whatever stood since before a time is settled, in all offices, for which the application itself has no eyes. Any
-- number of processes may ask at once.
create function settle_searches(before timestamptz) returns bigint
language sql volatile security definer set search_path = public as $$
  with settled as (
    delete from search_under_way where (office_id, employee_id) in (
      select office_id, employee_id from search_under_way where at < before order by at limit 1000 for update skip locked)
    returning *
  ), entries as (
    insert into audit_entry (office_id, id, at, employee_id, act, details)
    select office_id, id, at, employee_id, 'person-searched', jsonb_build_object('text', text, 'people', people)
    from settled returning 1
  )
  select count(*) from entries
$$;
revoke execute on function settle_searches from public;
grant execute on function settle_searches to visits_app;

do $$
declare name text;
begin
  foreach name in array array['appointment_word', 'audit_entry', 'search_under_way'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_office on %I using (office_id = current_office()) with check (office_id = current_office())', name);
    execute format('create policy owner on %I to %I using (true) with check (true)', name, current_user);
  end loop;
end $$;

grant select, insert, delete on appointment_word to visits_app;
grant select, insert on audit_entry to visits_app;
grant select, insert, update, delete on search_under_way to visits_app;
