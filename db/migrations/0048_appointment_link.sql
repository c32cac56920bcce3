-- Links by which citizens confirm a held time, or see, move and cancel their appointment. The token itself exists only in
-- the letter that carries it, or in the address of a page.
create table appointment_link (
  office_id integer not null,
  token_hash bytea not null,
  appointment_id uuid not null,
  kind text not null,
  address_hash bytea,
  made_at timestamptz not null,
  primary key (office_id, token_hash),
  foreign key (office_id) references office (id),
  foreign key (office_id, appointment_id) references appointment (office_id, id),
  constraint appointment_link_kind_check check (kind in ('confirm', 'manage'))
);
comment on column appointment_link.address_hash is 'Of the e-mail that it was sent to: with another one it is no longer good; null: there was none';
create index appointment_link_by_token on appointment_link (token_hash);
create index appointment_link_by_appointment on appointment_link (office_id, appointment_id);
call keep_to_office('appointment_link');
create policy definer on appointment_link to visits_definer using (true);
grant select, insert, update on appointment_link to visits_app;
grant select (office_id, token_hash, appointment_id, kind, address_hash), delete on appointment_link to visits_definer;
grant select (reference) on appointment to visits_definer;

-- Two more letters: the link that confirms, and the link that was asked for again.
alter table mail
  drop constraint mail_kind_check,
  add constraint mail_kind_check
    check (kind in ('confirmed', 'changed', 'moved', 'cancelled', 'reminder', 'confirm-link', 'manage-link')) not valid,
  drop constraint mail_letter_check,
  add constraint mail_letter_check check (letter in (
    'confirmation', 'change', 'apology', 'cancellation', 'reminder', 'confirm-link', 'manage-link')) not valid;
