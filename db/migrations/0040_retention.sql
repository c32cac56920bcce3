-- How long the nation keeps what it knows of the citizens who had an appointment: one row, as the ministry has it.
create table retention (
  is_only boolean primary key default true check (is_only),
  days integer not null default 60,
  version integer not null default 1,
  changed_at timestamptz,
  changed_by integer references employee (id),
  constraint retention_days_check check (days between 7 and 365)
);
comment on table retention is 'How long after its day an appointment keeps who it was for; then it is made anonymous for good';
insert into retention default values;
grant select, update on retention to visits_app;
grant select on retention to visits_definer;

alter table appointment
  add column anonymized_at timestamptz,
  add constraint appointment_anonymous_check check (anonymized_at is null or (last_name = '' and first_name = ''
    and coalesce(business_name, '') = '' and num_nonnulls(phone, email, business_afm, notes, cancellation_reason) = 0)) not valid;
comment on column appointment.anonymized_at is 'Since then nobody can tell whose it was; null: names and all else are kept';

-- Each office's appointments are made anonymous in the order of their dates, so that nobody reads the years before again.
create table anonymized_until (
  office_id integer not null,
  date date not null,
  primary key (office_id),
  foreign key (office_id) references office (id)
);
comment on table anonymized_until is 'The date before which all appointments of an office are anonymous';
call keep_to_office('anonymized_until');
grant select, update on anonymized_until to visits_app;

-- By whose wish one was made anonymous before its time. A copy of these lines stands outside of the database: an older
-- backup that is restored knows nothing of them.
create table erasure (
  office_id integer not null,
  appointment_id uuid not null,
  at timestamptz not null,
  primary key (office_id, appointment_id),
  foreign key (office_id, appointment_id) references appointment (office_id, id)
);
comment on table erasure is 'Appointments that were made anonymous because a person asked for it';
call keep_to_office('erasure');

-- What visits_definer needs to make anonymous what is due (db/functions/anonymize.sql).
create policy definer on anonymized_until to visits_definer using (true);
grant select, insert, update on anonymized_until to visits_definer;
create policy definer_writes on appointment for update to visits_definer using (true);
grant select (id, anonymized_at, party),
  update (last_name, first_name, phone, email, business_name, business_afm, notes, cancellation_reason, anonymized_at)
  on appointment to visits_definer;
create policy definer on appointment_event to visits_definer using (true);
grant select (office_id, appointment_id, changes), update (changes) on appointment_event to visits_definer;
create policy definer_writes on mail for update to visits_definer using (true);
grant select (appointment_id, settled_at), update (address, told, answer, state, settled_at) on mail to visits_definer;
create policy definer on appointment_word to visits_definer using (true);
grant select, delete on appointment_word to visits_definer;
grant select (response) on idempotency_key to visits_definer;

-- A night changes a hundredth of these tables. Their old rows hold names until they are vacuumed, which would by itself wait
-- until a fifth has changed.
alter table appointment set (autovacuum_vacuum_scale_factor = 0.002);
alter table appointment_event set (autovacuum_vacuum_scale_factor = 0.002);
alter table appointment_word set (autovacuum_vacuum_scale_factor = 0.002);
alter table mail set (autovacuum_vacuum_scale_factor = 0.002);
alter table idempotency_key set (autovacuum_vacuum_scale_factor = 0.002);
