-- The audit says about whom an entry is by the ids of appointments, never by data of a person; each entry is sealed into
-- its office's chain right after (decision 0018).
alter table audit_entry
  add column appointments uuid[],
  add column day date;
comment on column audit_entry.appointments is 'Whom it is about; null: nobody in particular';
comment on column audit_entry.day is 'Whose whole plan was seen: who stood on it then is told by the appointments'' history';
-- No row has a day yet: it is built by one look through the table.
-- squawk-ignore require-concurrent-index-creation
create index audit_entry_by_day on audit_entry (office_id, day, at) where day is not null;

-- What was typed is nobody's business any more, once it is said whom it has shown.
update audit_entry set details = details - 'text' where act = 'person-searched';
update audit_entry set details = details - 'name' - 'appointments',
  appointments = array(select jsonb_array_elements_text(details -> 'appointments')::uuid)
where act = 'namesakes-shown' and jsonb_typeof(details -> 'appointments') = 'array';
update audit_entry set details = details - 'appointment', appointments = array[(details ->> 'appointment')::uuid]
where act in ('slip-printed', 'mail-sent-again') and details ? 'appointment';
update audit_entry set appointments = array(
  select distinct appointment_id from appointment_event as event
  where event.office_id = audit_entry.office_id and cause = audit_entry.id)
where exists (
  select from appointment_event as event where event.office_id = audit_entry.office_id and cause = audit_entry.id);
alter table search_under_way add column appointments uuid[] not null default '{}';
comment on column search_under_way.appointments is 'Shown by it so far, letter by letter';

-- By appointment the entries that are about it.
create table audit_subject (
  office_id integer not null,
  appointment_id uuid not null,
  entry_id uuid not null,
  primary key (office_id, appointment_id, entry_id)
);
call keep_to_office('audit_subject');
create policy definer on audit_subject for insert to visits_definer with check (true);
grant select on audit_subject to visits_app;
grant insert on audit_subject to visits_definer;

-- Entries that wait for their seal.
create table audit_unsealed (
  office_id integer not null,
  entry_id uuid not null,
  at timestamptz not null,
  primary key (office_id, entry_id)
);
call keep_to_office('audit_unsealed');
create policy definer on audit_unsealed to visits_definer using (true) with check (true);
grant select on audit_unsealed to visits_app;
grant select, insert, delete on audit_unsealed to visits_definer;

-- The chain of each office: every seal is the hash of the one before it and of its entry.
create table audit_seal (
  office_id integer not null,
  number bigint not null check (number > 0),
  entry_id uuid not null,
  hash bytea not null,
  primary key (office_id, number)
);
call keep_to_office('audit_seal');
create policy definer on audit_seal to visits_definer using (true) with check (true);
grant select on audit_seal to visits_app;
grant select, insert on audit_seal to visits_definer;

-- The ends of all chains, once a day, signed with AUDIT_KEY: to be kept elsewhere, for whoever cuts a chain's end leaves no gap.
create table audit_head (
  day date primary key,
  document text not null,
  signature text not null
);
grant select, insert on audit_head to visits_app;

grant select on audit_entry to visits_definer;
drop policy definer on audit_entry;
create policy definer on audit_entry to visits_definer using (true) with check (true);

create function follow_audit_entry() returns trigger language plpgsql as $$
begin
  insert into audit_unsealed (office_id, entry_id, at) values (new.office_id, new.id, new.at);
  if new.appointments is not null then
    insert into audit_subject (office_id, appointment_id, entry_id)
    select distinct new.office_id, one, new.id from unnest(new.appointments) as one;
  end if;
  return null;
end $$;
comment on function follow_audit_entry is 'No entry is written that is not to be sealed, and found by whom it is about';
call make_definer('follow_audit_entry()');
create trigger follow after insert on audit_entry for each row execute function follow_audit_entry();

insert into audit_unsealed select office_id, id, at from audit_entry;
insert into audit_subject select distinct office_id, one, id from audit_entry, unnest(appointments) as one;
