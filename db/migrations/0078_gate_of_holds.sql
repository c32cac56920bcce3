-- A browser's key is a new one with each step of trust. The one before still leads to its form for a moment: a button that was
-- pressed twice has two answers, of which the browser may have heard the second alone.
alter table booking_form
  add column former_hash bytea,
  add column key_renewed_at timestamptz,
  add column person_key bytea;
comment on column booking_form.former_hash is 'Of the key before, while nothing was done with the new one; null: it leads nowhere any more';
comment on column booking_form.person_key is 'Hashed: who it is, by TAXISnet or by the appointment that is moved; null: nothing shows it yet';
-- Forms live for hours, and few at a time: nobody waits.
-- squawk-ignore require-concurrent-index-creation
create index booking_form_by_former on booking_form (former_hash) where former_hash is not null;
-- squawk-ignore require-concurrent-index-creation
create index booking_form_by_person on booking_form (person_key) where person_key is not null;
grant select (former_hash, key_renewed_at, person_key) on booking_form to visits_definer;

-- The few visits of domains of which nobody had come yet, for each look at an office's days.
-- squawk-ignore require-concurrent-index-creation
create index online_person_new on online_person (office_id) where is_new_domain;

-- Links that a page has given to its browser, beside those of letters: they end with the shared device.
alter table appointment_link add column in_browser boolean not null default false;
comment on column appointment_link.in_browser is 'A page gave it to its browser; false: a letter did';
grant delete on appointment_link to visits_app;
