-- Who comes without an appointment takes a number at the entrance: no employee gives it, and what they need may not be known.
alter table office
  add column tickets_at_entrance boolean not null default false,
  add column tickets_printed boolean not null default false;
comment on column office.tickets_at_entrance is 'Its screens at the entrance give numbers to who comes without an appointment';
comment on column office.tickets_printed is 'And print them';

-- The release before reads such rows as well: it only shows and measures what is there.
-- squawk-ignore ban-drop-not-null
alter table ticket alter column service drop not null;
-- squawk-ignore ban-drop-not-null
alter table ticket alter column issued_by drop not null;
alter table ticket add column service_group text;
alter table ticket add constraint ticket_service_group_check check (service_group in
  ('signatures', 'certificates', 'vehicles', 'benefits', 'collection', 'other')) not valid;
comment on column ticket.service is 'Null: not known yet';
comment on column ticket.issued_by is 'Null: the screen at the entrance gave it';
comment on column ticket.service_group is 'What they said at the entrance that they need; null: they were not asked';
-- squawk-ignore ban-drop-not-null
alter table ticket_event alter column employee_id drop not null;
comment on column ticket_event.employee_id is 'Null: the citizen, at the entrance or on a phone';

-- At an entrance services are named by what they have in common. What is in no group is «something else».
create table service_group (
  service text primary key,
  name text not null check (name in ('signatures', 'certificates', 'vehicles', 'benefits', 'collection'))
);
comment on column service_group.service is 'A code of the catalogue, whether or not it has such a service';
grant select on service_group to visits_app;
insert into service_group (service, name) values
  ('signature-certification', 'signatures'), ('copy-certification', 'signatures'), ('solemn-declaration', 'signatures'),
  ('criminal-record', 'certificates'), ('family-status', 'certificates'), ('permanent-residence', 'certificates'),
  ('birth-certificate', 'certificates'), ('birth-record', 'certificates'), ('marriage-record', 'certificates'),
  ('death-record', 'certificates'), ('next-of-kin', 'certificates'), ('military-status', 'certificates'),
  ('school-certificate', 'certificates'), ('tax-clearance', 'certificates'), ('insurance-clearance', 'certificates'),
  ('insurance-record', 'certificates'), ('company-certificate', 'certificates'), ('land-registry-extract', 'certificates'),
  ('vehicle-transfer', 'vehicles'), ('driving-licence-renewal', 'vehicles'), ('driving-licence-copy', 'vehicles'),
  ('child-benefit', 'benefits'), ('minimum-income', 'benefits'), ('transport-card', 'benefits'),
  ('disabled-parking', 'benefits'), ('health-card', 'benefits'),
  ('residence-permit', 'collection');

-- By a key that only the visitor has, their place in the line can be seen and given up on that day.
create table line_key (
  office_id integer not null,
  hash bytea not null,
  date date not null,
  visit uuid not null,
  made_at timestamptz not null,
  primary key (office_id, hash),
  foreign key (office_id) references office (id),
  constraint line_key_hash_check check (length(hash) = 32)
);
comment on table line_key is 'Keys of places in the line, of today alone: they are shown once, and stored nowhere';
comment on column line_key.date is 'In Athens';
comment on column line_key.visit is 'The appointment or the ticket';
create index line_key_by_hash on line_key (hash);
call keep_to_office('line_key');
create policy definer on line_key for select to visits_definer using (true);
grant select, insert, delete on line_key to visits_app;
grant select (office_id, hash, date, visit) on line_key to visits_definer;
