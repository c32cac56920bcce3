-- Systems of others that book for citizens: the ministry accredits them, gives and takes back their keys, and they are told
-- what becomes of the appointments that they booked.
create table partner (
  id uuid primary key,
  name text not null unique,
  webhook_url text,
  webhook_secret bytea,
  webhook_failing_since timestamptz,
  version integer not null default 1,
  added_at timestamptz not null,
  added_by integer not null references employee (id),
  constraint partner_name_check check (length(name) between 1 and 80),
  constraint partner_webhook_check check ((webhook_url is null) = (webhook_secret is null))
);
comment on column partner.webhook_url is 'Where it is told of its appointments; null: it is told nothing';
comment on column partner.webhook_secret is 'By which it knows that a notice is ours; it is shown once';
comment on column partner.webhook_failing_since is 'Since when no notice has arrived; null: the last one did';
grant select, insert, update on partner to visits_app;
grant select (id, webhook_url, webhook_failing_since) on partner to visits_definer;

create table partner_key (
  id uuid primary key,
  partner uuid not null references partner (id),
  hash bytea not null unique,
  hint text not null,
  issued_at timestamptz not null,
  issued_by integer not null references employee (id),
  revoked_at timestamptz,
  revoked_by integer references employee (id),
  used_at timestamptz,
  constraint partner_key_revoked_check check ((revoked_at is null) = (revoked_by is null))
);
comment on column partner_key.hash is 'Of the key, which is shown once and stored nowhere';
comment on column partner_key.hint is 'Its last letters, by which people tell keys apart';
comment on column partner_key.used_at is 'When something was last asked with it, to the minute';
create index partner_key_of on partner_key (partner);
grant select, insert, update (revoked_at, revoked_by, used_at) on partner_key to visits_app;
grant select (partner, revoked_at) on partner_key to visits_definer;

create table partner_visit (
  office_id integer not null,
  appointment_id uuid not null,
  partner uuid not null references partner (id),
  request_key text not null,
  request_hash bytea not null,
  primary key (office_id, appointment_id),
  foreign key (office_id, appointment_id) references appointment (office_id, id),
  constraint partner_visit_request_key_check check (length(request_key) between 1 and 200)
);
comment on column partner_visit.request_key is 'The same request is carried out once, however often it is sent';
create unique index partner_visit_of_request on partner_visit (office_id, partner, request_key);
create index partner_visit_of_key on partner_visit (partner, request_key);
create index partner_visit_of_partner on partner_visit (partner, appointment_id);
call keep_to_office('partner_visit');
create policy definer on partner_visit to visits_definer using (true);
grant select, insert on partner_visit to visits_app;
grant select, delete on partner_visit to visits_definer;

-- What a partner is to be told, planned with the act itself. Kept for some weeks, for whoever asks for it again.
create table webhook_event (
  office_id integer not null,
  appointment_id uuid not null,
  version integer not null,
  partner uuid not null references partner (id),
  kind text not null,
  at timestamptz not null,
  starts_at timestamptz not null,
  status text not null,
  transferred_to text,
  state text not null default 'planned',
  trying_since timestamptz not null,
  due_at timestamptz not null,
  taken_until timestamptz,
  takings integer not null default 0,
  attempts integer not null default 0,
  answer text,
  primary key (office_id, appointment_id, version),
  foreign key (office_id, appointment_id) references appointment (office_id, id),
  constraint webhook_event_kind_check check (kind = any (array['booked', 'moved', 'cancelled', 'transferred', 'arrived', 'corrected'])),
  constraint webhook_event_state_check check (state = any (array['planned', 'delivered', 'given-up']))
);
comment on column webhook_event.version is 'Of the appointment, which the act made';
comment on column webhook_event.starts_at is 'By then';
comment on column webhook_event.transferred_to is 'The office that has it from then on, when it ended here for that';
comment on column webhook_event.trying_since is 'When it happened, or was asked for once more';
comment on column webhook_event.takings is 'How often a sender took it up, over all: what one of before has to say counts no more';
comment on column webhook_event.taken_until is 'A sender is at it; should it not come back by then, another one takes it';
create index webhook_event_due on webhook_event (partner, due_at) where state = 'planned';
create index webhook_event_by_age on webhook_event (at);
create index webhook_event_of_partner on webhook_event (partner, at);
call keep_to_office('webhook_event');
create policy definer on webhook_event to visits_definer using (true) with check (true);
grant select, insert, update on webhook_event to visits_app;
grant select, delete, update (state, trying_since, due_at, taken_until, takings, attempts) on webhook_event to visits_definer;

-- No act forgets it: whichever writes the history plans the notice.
create function follow_appointment_event() returns trigger language plpgsql as $$
begin
  insert into webhook_event (office_id, appointment_id, version, partner, kind, at, starts_at, status, transferred_to, trying_since, due_at)
  select new.office_id, new.appointment_id, new.version, partner.id,
    case new.kind when 'undone' then 'corrected' else new.kind end,
    new.at, appointment.starts_at, appointment.status, appointment.transferred_to, new.at, new.at
  from partner_visit as visit join partner on partner.id = visit.partner
    join appointment on appointment.office_id = visit.office_id and appointment.id = visit.appointment_id
  where visit.office_id = new.office_id and visit.appointment_id = new.appointment_id and webhook_url is not null;
  return null;
end $$;
create trigger follow after insert on appointment_event for each row
  when (new.kind in ('booked', 'moved', 'cancelled', 'transferred', 'arrived', 'undone'))
  execute function follow_appointment_event();
