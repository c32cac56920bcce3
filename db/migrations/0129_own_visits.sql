-- «Τα ραντεβού μου»: whose an appointment is, as far as that was proven, and who is signed in to see theirs.

-- The mark is that of a tax number as in online_person, never the number: it is found again a year later, on any device.
create table visit_owner (
  office_id integer not null,
  appointment_id uuid not null,
  mark bytea not null,
  way text not null,
  since timestamptz not null,
  primary key (office_id, appointment_id, mark),
  foreign key (office_id, appointment_id) references appointment (office_id, id),
  constraint visit_owner_way_check check (way in ('taxisnet', 'code'))
);
comment on column visit_owner.way is 'taxisnet: whoever booked was identified; code: somebody identified knew its reference and surname';
create index visit_owner_by_mark on visit_owner (mark);
call keep_to_office('visit_owner');
create policy definer on visit_owner to visits_definer using (true);
grant select, insert on visit_owner to visits_app;
grant select, delete on visit_owner to visits_definer;

-- What was booked with TAXISnet before: without an e-mail it is the only mark but for that of a telephone, beside one it is
-- one of two. The other of these two is of a mailbox, and finds nobody.
insert into visit_owner (office_id, appointment_id, mark, way, since)
select person.office_id, person.appointment_id, person.key, 'taxisnet', visit.created_at
from online_person as person
  join appointment as visit on visit.office_id = person.office_id and visit.id = person.appointment_id
where visit.anonymized_at is null and not is_domain and not is_new_domain
  and person.key is distinct from sha256(convert_to('phone ' || visit.phone, 'UTF8'))
  and not exists (
    select from partner_visit as partners
    where partners.office_id = person.office_id and partners.appointment_id = person.appointment_id)
  and (visit.email is null or exists (
    select from online_person as other
    where other.office_id = person.office_id and other.appointment_id = person.appointment_id
      and other.key <> person.key and not other.is_domain and not other.is_new_domain));

create table citizen_session (
  token_hash bytea primary key,
  mark bytea not null,
  last_name text not null,
  first_name text not null,
  until timestamptz not null
);
comment on table citizen_session is 'Citizens who are signed in with TAXISnet, for half an hour; of a company the first name is empty';
create index citizen_session_by_until on citizen_session (until);
grant select, insert, delete on citizen_session to visits_app;
grant select on citizen_session to visits_definer;

alter table appointment_link add column session bytea;
alter table appointment_link add constraint appointment_link_session_fkey
  foreign key (session) references citizen_session (token_hash) on delete cascade not valid;
comment on column appointment_link.session is 'Of whoever was signed in when a page made it: good no longer than that; null: of a letter, or of the browser that booked';
-- squawk-ignore require-concurrent-index-creation
create index appointment_link_by_session on appointment_link (session) where session is not null;
grant select (session) on appointment_link to visits_definer;

-- It says of whom a link is, too.
drop function if exists link_of_token(bytea);
