-- Citizens book for themselves (circular, second phase): how an office serves them online.
alter table office
  add column online_lead_minutes integer not null default 60,
  add column online_horizon_days integer not null default 30,
  add column online_release_time text,
  add column online_limit integer not null default 2,
  add column online_counter_percent integer not null default 20,
  add column online_by_phone boolean not null default false,
  add constraint office_online_lead_minutes_check check (online_lead_minutes between 0 and 10080) not valid,
  add constraint office_online_horizon_days_check check (online_horizon_days between 1 and 180) not valid,
  add constraint office_online_release_time_check check (online_release_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$') not valid,
  add constraint office_online_limit_check check (online_limit between 1 and 10) not valid,
  add constraint office_online_counter_percent_check check (online_counter_percent between 0 and 90) not valid;
comment on column office.online_lead_minutes is 'Citizens book no time that begins sooner';
comment on column office.online_horizon_days is 'Citizens book so many days ahead at most';
comment on column office.online_release_time is 'When the last of these days opens; null: each time of it as the clock reaches that';
comment on column office.online_limit is 'Appointments to come that one person may have booked online, in all offices together';
comment on column office.online_counter_percent is 'Of each day''s public places this share is not given away online';
comment on column office.online_by_phone is 'Citizens without e-mail and without codes of the government book by their telephone number alone';

-- What a citizen has typed so far, on the way from a chosen time to an appointment. The browser's cookie is its key, of
-- which only the hash is stored. It is gone two hours after it was last seen.
create table booking_form (
  office_id integer not null,
  token_hash bytea not null,
  appointment_id uuid not null,
  moves uuid,
  held_until timestamptz,
  is_extended boolean not null default false,
  service text not null,
  starts_at timestamptz not null,
  language text not null,
  typed json not null default '{}',
  identity json,
  link_asked_at timestamptz,
  links_asked smallint not null default 0,
  confirmed_at timestamptz,
  seen_at timestamptz not null,
  primary key (office_id, token_hash),
  foreign key (office_id) references office (id),
  foreign key (office_id, appointment_id) references appointment (office_id, id),
  foreign key (office_id, moves) references appointment (office_id, id),
  foreign key (service) references service (code)
);
comment on column booking_form.appointment_id is 'The row that holds the chosen time, or did';
comment on column booking_form.moves is 'The appointment that is to be moved to that time; null: a new one';
comment on column booking_form.held_until is 'Null: it is held no more, or it has become an appointment';
comment on column booking_form.is_extended is 'Of ten minutes more there are ten once';
comment on column booking_form.identity is 'Who it is by the word of the government''s sign-in, and can''t be typed';
comment on column booking_form.link_asked_at is 'When an e-mail with a link was last asked for';
create index booking_form_by_token on booking_form (token_hash);
create index booking_form_held on booking_form (office_id, held_until) where held_until is not null;
create index booking_form_by_appointment on booking_form (office_id, appointment_id);
call keep_to_office('booking_form');
create policy definer on booking_form for select to visits_definer using (true);
grant select, insert, update, delete on booking_form to visits_app;
grant select (office_id, token_hash, held_until, seen_at) on booking_form to visits_definer;

-- By whom appointments were booked online, as hashes of an e-mail however it is spelt, a tax number or a telephone: to keep
-- one person from taking all places of all offices.
create table online_person (
  office_id integer not null,
  appointment_id uuid not null,
  key bytea not null,
  primary key (office_id, appointment_id, key),
  foreign key (office_id, appointment_id) references appointment (office_id, id)
);
create index online_person_by_key on online_person (key);
call keep_to_office('online_person');
create policy definer on online_person to visits_definer using (true);
grant select, insert on online_person to visits_app;
grant select, delete on online_person to visits_definer;
