-- Written by `npm run schema` from what db/migrations and db/functions make. To change it, write a migration.

create extension btree_gist;
create schema visits_check;
grant usage on schema public, visits_check to visits_app;
grant usage on schema public to visits_definer;

create sequence reference_number as bigint minvalue 0 maxvalue 99999999 cycle;
grant usage on sequence reference_number to visits_definer;

create table migration (
  name text not null,
  sha256 text not null,
  applied_at timestamptz not null default now(),
  works_from text,
  constraint migration_pkey primary key (name)
);
grant select on migration to visits_app;

create table function_set (
  sha256 text not null,
  applied_at timestamptz not null,
  constraint function_set_pkey primary key (sha256)
);
grant select on function_set to visits_app;

create table office (
  id integer not null generated always as identity,
  code text not null,
  name text not null,
  name_en text,
  parent_code text,
  municipality text not null,
  regional_unit text,
  region text,
  address text,
  postcode text,
  phone text,
  email text,
  latitude double precision,
  longitude double precision,
  lead_minutes integer not null default 30,  -- How far from now the first time offered by telephone lies; a preselection, never a limit for staff
  is_example boolean not null default false,  -- Invented, for trials and training
  has_step_free_entrance boolean,  -- Null: not known, as with the other facts of the entrance
  has_lift boolean,  -- A lift, or all on the ground floor
  has_accessible_wc boolean,
  has_disabled_parking boolean,
  access_notes text,
  settings_version integer not null default 1,  -- Moves with every change of what its own page shows
  settings_changed_at timestamptz,
  settings_changed_by integer,  -- The administrator who changed it last; null when an import did
  earlier_minutes integer not null default 30,  -- By so many minutes at most a proposal moves an appointment earlier by itself; whom nobody can tell never
  reminder_time text not null default '17:00',  -- The day before, when citizens with an e-mail are reminded
  mail_note text,  -- Closes each letter of the office in Greek
  mail_note_en text,
  online_lead_minutes integer not null default 60,  -- Citizens book no time that begins sooner
  online_horizon_days integer not null default 30,  -- Citizens book so many days ahead at most
  online_release_time text,  -- When the last of these days opens; null: each time of it as the clock reaches that
  online_limit integer not null default 2,  -- Appointments to come that one person may have booked online, in all offices together
  online_counter_percent integer not null default 20,  -- Of each day's public places this share is not given away online
  online_by_phone boolean not null default false,  -- Citizens without e-mail and without codes of the government book by their telephone number alone
  arrival_early_minutes integer not null default 30,  -- So long before their time citizens can say at the entrance that they have come
  arrival_late_minutes integer not null default 15,  -- And so long after it; whoever comes later is seen to at the counter
  online_freed_minutes integer not null default 5,  -- So many minutes later at most citizens are offered a place that was given up; 0: at once
  online_held_percent integer not null default 5,  -- Of a day's public places so many are held at most for citizens who are still filling in
  online_offer_minutes integer not null default 60,  -- So long an earlier place is held for whoever wished for one
  online_partner_percent integer not null default 30,  -- Of a day's public places so many at most go to one accredited system
  evening_message boolean not null default false,  -- At 20:00 its e-mail gets the next day's number of appointments by queue
  usual_service text,  -- What people mostly come for, as somebody there said: what is brought in from paper begins with it; null: nobody has
  known_as text,  -- Other names of its place, with commas between
  line_slack_minutes integer not null default 15,  -- A number counts as an appointment so many minutes after it was given
  recall_minutes integer not null default 3,  -- Who does not come to the counter is called again so many minutes later
  tickets_at_entrance boolean not null default false,  -- Its screens at the entrance give numbers to who comes without an appointment
  tickets_printed boolean not null default false,  -- And print them
  common_minutes integer not null default 0,  -- Of several services in one visit so many minutes happen once, whatever the number
  longer_minutes integer not null default 10,  -- So many minutes more are given to whoever needs longer time
  counter_hours text,  -- By weekday, such as Mo 08:00-15:00; Tu 08:00-15:00 17:00-19:00: closed on days that are not named; null: not known
  telephone_hours text,  -- When its telephone is answered, written so too
  hours_exceptions text,  -- Days that are otherwise, a line each: first day, with a last one behind a slash, then counter, telephone and why, as in 2026-12-24|08:00-12:00|closed|…; nothing between the bars: as always
  seats integer,  -- For those who wait; null: nobody has said
  has_sign_language boolean,  -- Somebody who interprets Greek Sign Language can be there; null: nobody has said
  sign_language_days integer not null default 3,  -- So many working days before the visit the office has to know it
  interpreter_languages text,  -- Into which somebody can interpret there, by ISO 639 with commas between; null: nobody has said
  interpreter_days integer not null default 3,  -- So many working days before the visit the office has to know it
  constraint office_pkey primary key (id),
  constraint office_code_key unique (code),
  constraint office_arrival_early_minutes_check check (arrival_early_minutes >= 0 and arrival_early_minutes <= 480),
  constraint office_arrival_late_minutes_check check (arrival_late_minutes >= 0 and arrival_late_minutes <= 480),
  constraint office_code_check check (code ~ '^[0-9]{4}[Α-Ω]?$'),
  constraint office_common_minutes_check check (common_minutes >= 0 and common_minutes <= 30),
  constraint office_counter_hours_check check (is_week_of_hours(counter_hours)),
  constraint office_earlier_minutes_check check (earlier_minutes >= 0 and earlier_minutes <= 1440),
  constraint office_hours_exceptions_check check (are_hours_exceptions(hours_exceptions)),
  constraint office_id_check check (id > 0),
  constraint office_interpreter_days_check check (interpreter_days >= 0 and interpreter_days <= 30),
  constraint office_interpreter_languages_check check (interpreter_languages ~ '^[a-z]{2}(,[a-z]{2})*$'),
  constraint office_latitude_check check (latitude >= '-90'::integer::double precision and latitude <= 90::double precision),
  constraint office_lead_minutes_check check (lead_minutes >= 0 and lead_minutes <= 10080),
  constraint office_line_slack_minutes_check check (line_slack_minutes >= 0 and line_slack_minutes <= 30),
  constraint office_longer_minutes_check check (longer_minutes >= 5 and longer_minutes <= 60),
  constraint office_longitude_check check (longitude >= '-180'::integer::double precision and longitude <= 180::double precision),
  constraint office_mail_note_check check (length(mail_note) <= 500),
  constraint office_mail_note_en_check check (length(mail_note_en) <= 500),
  constraint office_online_counter_percent_check check (online_counter_percent >= 0 and online_counter_percent <= 90),
  constraint office_online_freed_minutes_check check (online_freed_minutes >= 0 and online_freed_minutes <= 60),
  constraint office_online_held_percent_check check (online_held_percent >= 1 and online_held_percent <= 100),
  constraint office_online_horizon_days_check check (online_horizon_days >= 1 and online_horizon_days <= 180),
  constraint office_online_lead_minutes_check check (online_lead_minutes >= 0 and online_lead_minutes <= 10080),
  constraint office_online_limit_check check (online_limit >= 1 and online_limit <= 10),
  constraint office_online_offer_minutes_check check (online_offer_minutes >= 10 and online_offer_minutes <= 240),
  constraint office_online_partner_percent_check check (online_partner_percent >= 1 and online_partner_percent <= 100),
  constraint office_online_release_time_check check (online_release_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  constraint office_postcode_check check (postcode ~ '^[0-9]{5}$'),
  constraint office_recall_minutes_check check (recall_minutes >= 1 and recall_minutes <= 15),
  constraint office_reminder_time_check check (reminder_time ~ '^(0[7-9]|1[0-9]|2[01]):[0-5][0-9]$'),
  constraint office_seats_check check (seats >= 1 and seats <= 500),
  constraint office_sign_language_days_check check (sign_language_days >= 0 and sign_language_days <= 30),
  constraint office_telephone_hours_check check (is_week_of_hours(telephone_hours)),
  constraint office_settings_changed_by_fkey foreign key (settings_changed_by) references employee(id),
  constraint office_usual_service_fkey foreign key (usual_service) references service(code)
);
create index office_by_settings_version on office (settings_version);
create trigger settings_follow after update on office for each row when (((pg_trigger_depth() = 0) and ((((((((((((((((((((((((((old.evening_message is distinct from new.evening_message) or (old.lead_minutes is distinct from new.lead_minutes)) or (old.earlier_minutes is distinct from new.earlier_minutes)) or (old.common_minutes is distinct from new.common_minutes)) or (old.longer_minutes is distinct from new.longer_minutes)) or (old.online_lead_minutes is distinct from new.online_lead_minutes)) or (old.online_horizon_days is distinct from new.online_horizon_days)) or (old.online_release_time is distinct from new.online_release_time)) or (old.online_limit is distinct from new.online_limit)) or (old.online_counter_percent is distinct from new.online_counter_percent)) or (old.online_held_percent is distinct from new.online_held_percent)) or (old.online_partner_percent is distinct from new.online_partner_percent)) or (old.online_offer_minutes is distinct from new.online_offer_minutes)) or (old.online_freed_minutes is distinct from new.online_freed_minutes)) or (old.online_by_phone is distinct from new.online_by_phone)) or (old.arrival_early_minutes is distinct from new.arrival_early_minutes)) or (old.arrival_late_minutes is distinct from new.arrival_late_minutes)) or (old.tickets_at_entrance is distinct from new.tickets_at_entrance)) or (old.tickets_printed is distinct from new.tickets_printed)) or (old.line_slack_minutes is distinct from new.line_slack_minutes)) or (old.recall_minutes is distinct from new.recall_minutes)) or (old.seats is distinct from new.seats)) or (old.reminder_time is distinct from new.reminder_time)) or (old.mail_note is distinct from new.mail_note)) or (old.mail_note_en is distinct from new.mail_note_en)) or (old.usual_service is distinct from new.usual_service)))) execute function office_settings_follow();
create trigger settings_follow_new after insert on office for each row execute function office_settings_follow();
grant insert, select, update, update (common_minutes, longer_minutes, counter_hours, telephone_hours, hours_exceptions, seats, has_sign_language, sign_language_days, interpreter_languages, interpreter_days) on office to visits_app;
grant select (id, code, name, region, reminder_time) on office to visits_definer;

create table service (
  code text not null,
  name text not null,
  short_name text not null,
  name_en text not null,
  minutes integer not null,
  bring text,  -- Of the release before: not read any more, see to_bring
  bring_en text,  -- Of the release before: not read any more, see to_bring
  is_example boolean not null default false,
  version integer not null default 1,
  online_url text,  -- Where it is done without a visit; null: nowhere
  entrance_group text,  -- Under what it is at an entrance that gives numbers; null: nobody has said, there it is something else
  to_bring jsonb not null default '[]'::jsonb,  -- What to bring: [{greek, english, mark, cases}], in the order in which it is read; mark null: nobody has said as what
  constraint service_pkey primary key (code),
  constraint service_code_check check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  constraint service_entrance_group_check check (entrance_group = any (array['signatures', 'certificates', 'vehicles', 'benefits', 'collection', 'other'])),
  constraint service_minutes_check check (minutes >= 5 and minutes <= 240),
  constraint service_online_url_check check (online_url ~ '^https://' and length(online_url) <= 300),
  constraint service_to_bring_check check (jsonb_typeof(to_bring) = 'array' and jsonb_array_length(to_bring) <= 200 and length(to_bring::text) <= 60000 and jsonb_array_length(to_bring) = jsonb_array_length(jsonb_path_query_array(to_bring, '$[*]?((((((@."greek".type() == "string" && @."greek" != "") && (@."english" == null || @."english".type() == "string" && @."english" != "")) && (((@."mark" == null || @."mark" == "original") || @."mark" == "print") || @."mark" == "found")) && @."cases".type() == "array") && @."cases".size() > 0) && !(exists (@."cases"[*]?(@.type() != "string" || !(((@ == "self" || @ == "minor") || @ == "proxy") || @ == "business")))))'::jsonpath)))
);
grant insert, select, update on service to visits_app;

create table employee (
  id integer not null generated always as identity,
  afm text not null,
  last_name text not null,
  first_name text not null,
  is_ministry boolean not null default false,
  synced_at timestamptz not null,  -- When the directory last answered for this person
  constraint employee_pkey primary key (id),
  constraint employee_afm_key unique (afm)
);
grant select (id, last_name, first_name, is_ministry, synced_at) on employee to visits_app;
grant insert (afm, last_name, first_name, synced_at), select, update (last_name, first_name, is_ministry, synced_at) on employee to visits_definer;

create table membership (
  office_id integer not null,
  employee_id integer not null,
  role text not null,
  constraint membership_pkey primary key (office_id, employee_id, role),
  constraint membership_role_check check (role = any (array['administrator', 'operator'])),
  constraint membership_employee_id_fkey foreign key (employee_id) references employee(id),
  constraint membership_office_id_fkey foreign key (office_id) references office(id)
);
create index membership_by_employee on membership (employee_id);
alter table membership enable row level security, force row level security;
create policy definer on membership for select to visits_definer using (true);
create policy own_office on membership for select to public using (office_id = current_office());
create policy own_rights on membership to public using (employee_id = current_employee()) with check (employee_id = current_employee());
create policy owner on membership to current_user using (true) with check (true);
grant delete, insert, select on membership to visits_app;
grant select on membership to visits_definer;

create table session (
  token_hash bytea not null,
  employee_id integer not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  constraint session_pkey primary key (token_hash),
  constraint session_employee_id_fkey foreign key (employee_id) references employee(id)
);
create index session_by_employee on session (employee_id);
grant delete, insert, select, update on session to visits_app;
grant select on session to visits_definer;

create table directory_call (
  transaction_id uuid not null,
  called_at timestamptz not null,
  audit jsonb not null,
  outcome text not null,
  constraint directory_call_pkey primary key (transaction_id)
);
grant insert on directory_call to visits_app;

create table queue (
  office_id integer not null,
  number smallint not null,
  name text not null,
  is_default boolean not null default false,
  is_active boolean not null default false,
  is_public boolean not null default false,
  is_archived boolean not null default false,
  employee_id integer,
  slot_minutes smallint not null default 10,
  version integer not null default 1,
  arrow text,  -- Where its counter is, as seen from a display; null: the display shows no arrow
  constraint queue_pkey primary key (office_id, number),
  constraint queue_arrow_check check (arrow = any (array['left', 'ahead', 'right'])),
  constraint queue_check check (not (is_default and is_archived)),
  constraint queue_number_check check (number >= 1 and number <= 99),
  constraint queue_slot_minutes_check check (slot_minutes >= 5 and slot_minutes <= 120),
  constraint queue_employee_id_fkey foreign key (employee_id) references employee(id),
  constraint queue_office_id_fkey foreign key (office_id) references office(id)
);
create unique index queue_one_default on queue (office_id) where is_default;
alter table queue enable row level security, force row level security;
create policy definer on queue for select to visits_definer using (true);
create policy own_office on queue to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on queue to current_user using (true) with check (true);
grant insert, select, update on queue to visits_app;
grant select (office_id, number, is_active, is_public, is_archived, employee_id) on queue to visits_definer;

create table queue_hours (
  office_id integer not null,
  queue smallint not null,
  weekday smallint not null,  -- ISO: 1 Monday … 7 Sunday
  opens_minute smallint not null,  -- Minutes since local midnight, Europe/Athens
  closes_minute smallint not null,
  valid daterange not null default daterange(null::date, null::date),
  constraint queue_hours_pkey primary key (office_id, queue, weekday, opens_minute, valid),
  constraint queue_hours_office_id_queue_weekday_valid_int4range_excl exclude using gist (office_id with =, queue with =, weekday with =, valid with &&, int4range(opens_minute::integer, closes_minute::integer) with &&),
  constraint queue_hours_check check (opens_minute < closes_minute),
  constraint queue_hours_closes_minute_check check (closes_minute >= 1 and closes_minute <= 1440),
  constraint queue_hours_opens_minute_check check (opens_minute >= 0 and opens_minute <= 1439),
  constraint queue_hours_weekday_check check (weekday >= 1 and weekday <= 7),
  constraint queue_hours_office_id_queue_fkey foreign key (office_id, queue) references queue(office_id, number)
);
alter table queue_hours enable row level security, force row level security;
create policy definer on queue_hours for select to visits_definer using (true);
create policy own_office on queue_hours to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on queue_hours to current_user using (true) with check (true);
grant delete, insert, select, update on queue_hours to visits_app;
grant select on queue_hours to visits_definer;

create table exception (
  office_id integer not null,
  id uuid not null,
  queue smallint,
  kind text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null,
  created_at timestamptz not null,
  created_by integer,
  series uuid,  -- Those of one weekly series share it
  version integer not null default 1,
  constraint exception_pkey primary key (office_id, id),
  constraint exception_check check (starts_at < ends_at),
  constraint exception_kind_check check (kind = any (array['closed', 'extra'])),
  constraint exception_created_by_fkey foreign key (created_by) references employee(id),
  constraint exception_office_id_fkey foreign key (office_id) references office(id),
  constraint exception_office_id_queue_fkey foreign key (office_id, queue) references queue(office_id, number)
);
create index exception_by_time on exception (office_id, ends_at);
alter table exception enable row level security, force row level security;
create policy definer on exception for select to visits_definer using (true);
create policy own_office on exception to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on exception to current_user using (true) with check (true);
grant delete, insert, select, update on exception to visits_app;
grant select (office_id, queue, kind, starts_at, ends_at) on exception to visits_definer;

create table closure (
  id uuid not null,
  region text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null,
  created_at timestamptz not null,
  sweep uuid,
  created_by integer,
  constraint closure_pkey primary key (id),
  constraint closure_check check (starts_at < ends_at),
  constraint closure_created_by_fkey foreign key (created_by) references employee(id),
  constraint closure_sweep_fkey foreign key (sweep) references sweep(id)
);
grant delete, insert, select, update (ends_at) on closure to visits_app;
grant select on closure to visits_definer;

-- Public-sector holidays; the computed defaults, which the ministry may correct
create table holiday (
  date date not null,
  name text not null,
  name_en text not null,
  closed_from_minute smallint not null default 0,  -- Minutes since local midnight; 780 where work stops at 13:00
  sweep uuid,  -- That brought its date and time to the offices; null: it was never another
  version integer not null default 1,
  constraint holiday_pkey primary key (date),
  constraint holiday_closed_from_minute_check check (closed_from_minute >= 0 and closed_from_minute <= 1439),
  constraint holiday_sweep_fkey foreign key (sweep) references sweep(id)
);
grant delete, insert, select, update on holiday to visits_app;
grant select on holiday to visits_definer;

create table reference_key (
  round smallint not null,
  key bigint not null,
  constraint reference_key_pkey primary key (round)
);
grant select on reference_key to visits_definer;

create table appointment (
  office_id integer not null,
  id uuid not null,
  reference text not null default new_reference(),
  queue smallint not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  status text not null default 'booked',
  live boolean not null generated always as ((status <> all (array['cancelled', 'expired']))) stored,
  status_at timestamptz not null,
  service text not null,
  last_name text not null,  -- Of the citizen, or of the business's legal representative; empty: nobody noted the name of a walk-in
  first_name text not null,
  phone text,
  email text,
  party text not null default 'citizen',
  business_name text,
  business_afm text,
  notes text,
  channel text not null default 'phone',
  language text not null default 'el',
  cancellation_reason text,
  kept_by integer,  -- The administrator who, shown that this time closes, kept the appointment
  version integer not null default 1,
  created_at timestamptz not null,
  created_by integer,
  phone_reversed text collate "C" generated always as (reverse(phone)) stored,
  transferred_to text,  -- The office that it was given to when it ended here
  anonymized_at timestamptz,  -- Since then nobody can tell whose it was; null: names and all else are kept
  called_at timestamptz,  -- When the citizen who waits was last called to the counter
  interpreter text,  -- The language that somebody interprets, by ISO 639; gss is Greek Sign Language; null: none is needed
  counter smallint,  -- The queue whose counter called or serves it; null: not yet, or its own
  more_services text[] not null default '{}'[],  -- Of whom it was made for, besides the first: codes of the catalogue
  companions jsonb not null default '[]'::jsonb,  -- Who else is served: [{lastName, firstName, services}]; of the forgotten the names are empty, what was done for them stays
  needs text[] not null default '{}'[],  -- What the citizen asked to have ready; empty: nothing was ticked
  behalf text,  -- minor: a parent comes for their child; proxy: somebody with an authorisation; null: who it is for
  matter text,  -- Of another service than those of the catalogue: what for
  interpretation text,  -- What the office knows of whoever is to interpret at this time; null: nothing yet
  constraint appointment_pkey primary key (office_id, id),
  constraint appointment_office_id_reference_key unique (office_id, reference),
  constraint appointment_office_id_queue_tstzrange_excl exclude using gist (office_id with =, queue with =, tstzrange(starts_at, ends_at) with &&) where (live),
  constraint appointment_anonymous_behalf_check check (anonymized_at is null or behalf is null and matter is null),
  constraint appointment_anonymous_check check (anonymized_at is null or last_name = '' and first_name = '' and coalesce(business_name, '') = '' and num_nonnulls(phone, email, business_afm, notes, cancellation_reason) = 0),
  constraint appointment_anonymous_companions_check check (anonymized_at is null or not companions @? '$[*]?(@."lastName" != "" || @."firstName" != "")'::jsonpath),
  constraint appointment_anonymous_interpretation_check check (anonymized_at is null or interpretation is null),
  constraint appointment_anonymous_interpreter_check check (anonymized_at is null or interpreter is null),
  constraint appointment_anonymous_needs_check check (anonymized_at is null or needs = '{}'[]),
  constraint appointment_behalf_check check (behalf = any (array['minor', 'proxy'])),
  constraint appointment_channel_check check (channel = any (array['phone', 'email', 'in-person', 'online'])),
  constraint appointment_check check (starts_at < ends_at),
  constraint appointment_check1 check ((party = 'business') = (business_name is not null)),
  constraint appointment_companions_check check (jsonb_typeof(companions) = 'array' and jsonb_array_length(companions) <= 3),
  constraint appointment_interpretation_check check (interpretation = any (array['confirmed', 'remote', 'not-found'])),
  constraint appointment_interpreter_check check (interpreter ~ '^[a-z]{2,3}$'),
  constraint appointment_language_check check (language = any (array['el', 'en', 'sq', 'uk', 'ar', 'ur'])),
  constraint appointment_matter_check check (length(matter) >= 1 and length(matter) <= 120),
  constraint appointment_more_services_check check (cardinality(more_services) <= 2),
  constraint appointment_needs_check check (needs <@ array['wheelchair', 'longer-time', 'attendant', 'guide-dog'] and cardinality(needs) <= 4),
  constraint appointment_party_check check (party = any (array['citizen', 'business'])),
  constraint appointment_status_check check (status = any (array['held', 'booked', 'arrived', 'in-service', 'served', 'no-show', 'left', 'cancelled', 'expired'])),
  constraint appointment_counter_fkey foreign key (office_id, counter) references queue(office_id, number),
  constraint appointment_created_by_fkey foreign key (created_by) references employee(id),
  constraint appointment_kept_by_fkey foreign key (kept_by) references employee(id),
  constraint appointment_office_id_queue_fkey foreign key (office_id, queue) references queue(office_id, number),
  constraint appointment_service_fkey foreign key (service) references service(code),
  constraint appointment_transferred_to_fkey foreign key (transferred_to) references office(code)
);
create index appointment_by_phone on appointment (office_id, phone_reversed) where (phone_reversed is not null);
create index appointment_by_time on appointment (office_id, starts_at);
alter table appointment enable row level security, force row level security;
create policy definer on appointment for select to visits_definer using (true);
create policy definer_writes on appointment for update to visits_definer using (true);
create policy own_office on appointment to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on appointment to current_user using (true) with check (true);
create constraint trigger held_for_somebody after insert or update of status on appointment deferrable initially deferred for each row when ((new.status = 'held')) execute function held_for_somebody();
grant insert, select, update (queue, starts_at, ends_at, status, status_at, service, last_name, first_name, phone, email, party, business_name, business_afm, notes, channel, language, cancellation_reason, kept_by, version, transferred_to, called_at, interpreter, counter, more_services, companions, needs, behalf, matter, interpretation) on appointment to visits_app;
grant select (office_id, id, reference, starts_at, ends_at, status, live, service, last_name, first_name, phone, email, party, kept_by, anonymized_at, companions), update (last_name, first_name, phone, email, business_name, business_afm, notes, cancellation_reason, anonymized_at, interpreter, companions, needs, behalf, matter, interpretation) on appointment to visits_definer;

create table appointment_event (
  office_id integer not null,
  appointment_id uuid not null,
  version integer not null,  -- The appointment's version that this act made
  kind text not null,
  at timestamptz not null,
  employee_id integer,
  changes json not null default '{}'::json,  -- Column → [before, after]
  undoes integer,  -- The version whose act this one took back
  cause uuid,
  paper_at timestamptz,  -- When it happened, by what was noted on paper; null: it was recorded as it happened
  moves_before integer,  -- Where an appointment of another office begins: how often its citizen had moved it until then; null: it comes from none
  constraint appointment_event_pkey primary key (office_id, appointment_id, version),
  constraint appointment_event_kind_check check (kind = any (array['booked', 'changed', 'moved', 'kept', 'transferred', 'cancelled', 'arrived', 'called', 'service-started', 'completed', 'no-show', 'left', 'undone'])),
  constraint appointment_event_moves_before_check check (moves_before >= 0) not valid,
  constraint appointment_event_employee_id_fkey foreign key (employee_id) references employee(id),
  constraint appointment_event_office_id_appointment_id_fkey foreign key (office_id, appointment_id) references appointment(office_id, id)
);
create index appointment_event_by_cause on appointment_event (office_id, cause) where (cause is not null);
alter table appointment_event enable row level security, force row level security;
create policy definer on appointment_event to visits_definer using (true);
create policy own_office on appointment_event to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on appointment_event to current_user using (true) with check (true);
create trigger follow after insert on appointment_event for each row when ((new.kind = any (array['booked', 'moved', 'cancelled', 'transferred', 'arrived', 'undone']))) execute function follow_appointment_event();
grant insert, select on appointment_event to visits_app;
grant select (office_id, appointment_id, changes), update (changes) on appointment_event to visits_definer;

create table idempotency_key (
  office_id integer not null,  -- 0: the nation
  employee_id integer not null,
  route text not null,
  key text not null,
  request_hash bytea not null,
  status smallint not null,
  response jsonb not null,
  created_at timestamptz not null,
  constraint idempotency_key_pkey primary key (office_id, employee_id, route, key),
  constraint idempotency_key_key_check check (length(key) >= 1 and length(key) <= 200),
  constraint idempotency_key_employee_id_fkey foreign key (employee_id) references employee(id)
);
create index idempotency_key_by_age on idempotency_key (office_id, created_at);
alter table idempotency_key enable row level security, force row level security;
create policy definer on idempotency_key to visits_definer using (true);
create policy own_office on idempotency_key to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on idempotency_key to current_user using (true) with check (true);
grant insert, select, update on idempotency_key to visits_app;
grant delete, select (office_id, employee_id, route, key, response, created_at), update (created_at) on idempotency_key to visits_definer;

create table appointment_word (
  office_id integer not null,
  word text collate "C" not null,  -- As src/appointments/names/search-words.ts writes it
  appointment_id uuid not null,
  constraint appointment_word_pkey primary key (office_id, word, appointment_id)
);
alter table appointment_word enable row level security, force row level security;
create policy definer on appointment_word to visits_definer using (true);
create policy own_office on appointment_word to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on appointment_word to current_user using (true) with check (true);
grant delete, insert, select on appointment_word to visits_app;
grant delete, select on appointment_word to visits_definer;

create table audit_entry (
  office_id integer not null,  -- 0: the nation
  id uuid not null,
  at timestamptz not null,
  employee_id integer,
  act text not null,
  details jsonb not null default '{}'::jsonb,
  appointments uuid[],  -- Whom it is about; null: nobody in particular
  day date,  -- Whose whole plan was seen: who stood on it then is told by the appointments' history
  constraint audit_entry_pkey primary key (office_id, id),
  constraint audit_entry_act_check check (act ~ '^[a-z]+(-[a-z]+)*$'),
  constraint audit_entry_employee_id_fkey foreign key (employee_id) references employee(id)
);
create index audit_entry_by_day on audit_entry (office_id, day, at) where (day is not null);
create index audit_entry_by_time on audit_entry (office_id, at);
create index audit_entry_of_rules on audit_entry (office_id, at) where (act = any (array['queue-added', 'queue-changed', 'queue-activated', 'queue-deactivated', 'queue-published', 'queue-hidden', 'queue-made-default', 'queue-archived', 'hours-changed', 'employee-swapped', 'exception-added', 'exception-changed', 'exception-removed', 'work-list-settled', 'rules-undone', 'settings-changed']));
alter table audit_entry enable row level security, force row level security;
create policy definer on audit_entry to visits_definer using (true) with check (true);
create policy own_office on audit_entry to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on audit_entry to current_user using (true) with check (true);
create trigger follow after insert on audit_entry for each row execute function follow_audit_entry();
grant insert, select on audit_entry to visits_app;
grant insert, select on audit_entry to visits_definer;

create table search_under_way (
  office_id integer not null,
  employee_id integer not null,
  id uuid not null,  -- Of the entry that it becomes
  text text not null,
  people integer not null,
  at timestamptz not null,
  appointments uuid[] not null default '{}'::uuid[],  -- Shown by it so far, letter by letter
  constraint search_under_way_pkey primary key (office_id, employee_id),
  constraint search_under_way_employee_id_fkey foreign key (employee_id) references employee(id),
  constraint search_under_way_office_id_fkey foreign key (office_id) references office(id)
);
alter table search_under_way enable row level security, force row level security;
create policy definer on search_under_way to visits_definer using (true);
create policy own_office on search_under_way to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on search_under_way to current_user using (true) with check (true);
grant insert, select, update on search_under_way to visits_app;
grant delete, select, update (at) on search_under_way to visits_definer;

create table office_service (
  office_id integer not null,
  service text not null,
  is_offered boolean not null default true,
  minutes integer,  -- Null: as the catalogue says
  constraint office_service_pkey primary key (office_id, service),
  constraint office_service_check check (not is_offered or minutes is not null),
  constraint office_service_minutes_check check (minutes >= 5 and minutes <= 240),
  constraint office_service_office_id_fkey foreign key (office_id) references office(id),
  constraint office_service_service_fkey foreign key (service) references service(code)
);
alter table office_service enable row level security, force row level security;
create policy definer on office_service for select to visits_definer using (true);
create policy own_office on office_service to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on office_service to current_user using (true) with check (true);
grant delete, insert, select, update on office_service to visits_app;
grant select on office_service to visits_definer;

create table words_missing (
  office_id integer not null,
  after uuid not null default '00000000-0000-0000-0000-000000000000'::uuid,  -- Up to this appointment, in the order of their ids, the words are there
  constraint words_missing_pkey primary key (office_id),
  constraint words_missing_office_id_fkey foreign key (office_id) references office(id)
);
alter table words_missing enable row level security, force row level security;
create policy definer on words_missing for select to visits_definer using (true);
create policy own_office on words_missing to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on words_missing to current_user using (true) with check (true);
grant delete, select, update on words_missing to visits_app;
grant select on words_missing to visits_definer;

create table queue_activity (
  office_id integer not null,
  queue smallint not null,
  valid daterange not null,
  is_active boolean not null,
  constraint queue_activity_pkey primary key (office_id, queue, valid),
  constraint queue_activity_office_id_queue_valid_excl exclude using gist (office_id with =, queue with =, valid with &&),
  constraint queue_activity_valid_check check (not isempty(valid) and not lower_inf(valid) and not upper_inf(valid)),
  constraint queue_activity_office_id_queue_fkey foreign key (office_id, queue) references queue(office_id, number)
);
alter table queue_activity enable row level security, force row level security;
create policy definer on queue_activity for select to visits_definer using (true);
create policy own_office on queue_activity to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on queue_activity to current_user using (true) with check (true);
grant delete, insert, select, update on queue_activity to visits_app;
grant select on queue_activity to visits_definer;

create table queue_substitute (
  office_id integer not null,
  queue smallint not null,
  date date not null,
  employee_id integer not null,
  constraint queue_substitute_pkey primary key (office_id, queue, date),
  constraint queue_substitute_employee_id_fkey foreign key (employee_id) references employee(id),
  constraint queue_substitute_office_id_queue_fkey foreign key (office_id, queue) references queue(office_id, number)
);
create index queue_substitute_by_employee on queue_substitute (employee_id, date);
alter table queue_substitute enable row level security, force row level security;
create policy definer on queue_substitute for select to visits_definer using (true);
create policy own_office on queue_substitute to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on queue_substitute to current_user using (true) with check (true);
grant delete, insert, select, update on queue_substitute to visits_app;
grant select on queue_substitute to visits_definer;

create table mail (
  office_id integer not null,
  id uuid not null,
  appointment_id uuid,  -- Whose citizen has this letter; null: a message of another kind
  kind text not null,  -- Of a letter what made it be planned, and what it becomes is the letter; else how it is written
  address text not null,
  details json not null,  -- What it says: of a letter, besides the appointment itself, [before, after] of what moved; of another message all
  state text not null default 'planned',
  planned_at timestamptz not null,
  cause uuid,  -- The change of rules that it tells of
  replaces uuid,  -- The message planned before, which this one withdraws; withdrawn itself when nothing is left to tell, or by telephone
  due_at timestamptz not null,  -- When it may be sent or tried again; while it is being sent, when its sender is taken for dead
  letter text,
  told json,  -- Date, time, service and whether it is live, as the letter says; of another office: in that one, and live in none of ours; null: nothing was said yet
  attempts smallint not null default 0,
  settled_at timestamptz,  -- When it was sent, refused, given up or withdrawn
  reason text,  -- Why it did not arrive
  answer text,  -- What the mail server said of it
  constraint mail_pkey primary key (office_id, id),
  constraint mail_kind_check check ((kind = any (array['confirmed', 'changed', 'moved', 'cancelled', 'reminder', 'confirm-link', 'manage-link', 'earlier-offer', 'address-link', 'wish-link', 'wish-offer'])) = (appointment_id is not null)),
  constraint mail_letter_check check (letter = any (array['confirmation', 'change', 'apology', 'cancellation', 'reminder', 'confirm-link', 'manage-link', 'earlier-offer', 'address-link', 'wish-link', 'wish-offer'])),
  constraint mail_letter_only_check check (appointment_id is not null or num_nonnulls(cause, replaces, letter, told) = 0),
  constraint mail_state_check check (state = any (array['planned', 'sending', 'sent', 'refused', 'expired', 'withdrawn'])),
  constraint mail_office_id_appointment_id_fkey foreign key (office_id, appointment_id) references appointment(office_id, id)
);
create index mail_by_appointment on mail (office_id, appointment_id);
create index mail_by_cause on mail (office_id, cause) where (cause is not null);
create index mail_due on mail (office_id, due_at) where (state = any (array['planned', 'sending']));
create index mail_lost on mail (office_id, appointment_id) where (state = any (array['refused', 'expired']));
alter table mail enable row level security, force row level security;
create policy definer on mail for select to visits_definer using (true);
create policy definer_deletes on mail for delete to visits_definer using (appointment_id is null);
create policy definer_writes on mail for update to visits_definer using (true);
create policy own_office on mail to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on mail to current_user using (true) with check (true);
grant insert, select, update on mail to visits_app;
grant delete, select (office_id, id, appointment_id, state, planned_at, due_at, settled_at), update (address, state, told, settled_at, answer) on mail to visits_definer;

create table call (
  office_id integer not null,
  appointment_id uuid not null,
  date date not null,  -- The day for which the citizen was expected: on that day's list she stands
  why text not null,
  before json not null,  -- Date, time and queue as she was told them
  outcome text not null default 'not-called',
  planned_at timestamptz not null,
  noted_at timestamptz,
  noted_by integer,
  version integer not null default 1,
  cause uuid,
  replaces jsonb,  -- The row as it was before this change planned the call anew
  constraint call_pkey primary key (office_id, appointment_id),
  constraint call_outcome_check check (outcome = any (array['not-called', 'agreed', 'no-answer', 'declined'])),
  constraint call_why_check check (why = any (array['moved', 'kept', 'undelivered'])),
  constraint call_noted_by_fkey foreign key (noted_by) references employee(id),
  constraint call_office_id_appointment_id_fkey foreign key (office_id, appointment_id) references appointment(office_id, id)
);
create index call_by_date on call (office_id, date);
alter table call enable row level security, force row level security;
create policy own_office on call to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on call to current_user using (true) with check (true);
grant delete, insert, select, update on call to visits_app;

create table sweep (
  id uuid not null,
  region text,  -- Null: all offices
  starts_at timestamptz,  -- Of the time whose appointments it concerns; or else it concerns those of the service
  ends_at timestamptz,
  service text,
  started_at timestamptz not null,
  done_at timestamptz,
  constraint sweep_pkey primary key (id),
  constraint sweep_check check ((starts_at is null) = (ends_at is null) and (starts_at is null) = (service is not null)),
  constraint sweep_service_fkey foreign key (service) references service(code)
);
create index sweep_under_way on sweep (started_at) where (done_at is null);
grant insert, select, update (done_at) on sweep to visits_app;
grant select on sweep to visits_definer;

create table sweep_office (
  office_id integer not null,
  sweep uuid not null,
  appointments integer not null,  -- How many of this office it concerned then
  done_at timestamptz not null,
  constraint sweep_office_pkey primary key (office_id, sweep),
  constraint sweep_office_office_id_fkey foreign key (office_id) references office(id),
  constraint sweep_office_sweep_fkey foreign key (sweep) references sweep(id)
);
create index sweep_office_by_sweep on sweep_office (sweep);
alter table sweep_office enable row level security, force row level security;
create policy definer on sweep_office for select to visits_definer using (true);
create policy own_office on sweep_office to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on sweep_office to current_user using (true) with check (true);
grant insert, select on sweep_office to visits_app;
grant select on sweep_office to visits_definer;

-- The dates of which the citizens of an office have their reminders planned
create table reminded (
  office_id integer not null,
  date date not null,
  constraint reminded_pkey primary key (office_id, date),
  constraint reminded_office_id_fkey foreign key (office_id) references office(id)
);
alter table reminded enable row level security, force row level security;
create policy definer on reminded for select to visits_definer using (true);
create policy own_office on reminded to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on reminded to current_user using (true) with check (true);
grant insert, select on reminded to visits_app;
grant select on reminded to visits_definer;

create table printed_sheet (
  office_id integer not null,
  sheet text not null,
  date date not null,
  prints integer not null default 0,
  printed_at timestamptz,  -- The last time; null: never
  put_away_by integer[] not null default '{}'::integer[],  -- Employees who want to be reminded of it no more
  constraint printed_sheet_pkey primary key (office_id, sheet, date),
  constraint printed_sheet_sheet_check check (sheet = any (array['day', 'calls'])),
  constraint printed_sheet_office_id_fkey foreign key (office_id) references office(id)
);
alter table printed_sheet enable row level security, force row level security;
create policy own_office on printed_sheet to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on printed_sheet to current_user using (true) with check (true);
grant insert, select, update on printed_sheet to visits_app;

-- The sender's name and the legal foot of all letters, as the ministry has them
create table letter_frame (
  is_only boolean not null default true,
  sender_name text not null default 'Ραντεβού στα ΚΕΠ',
  foot text,
  foot_en text,
  version integer not null default 1,
  changed_at timestamptz,
  changed_by integer,
  constraint letter_frame_pkey primary key (is_only),
  constraint letter_frame_foot_check check (length(foot) <= 1000),
  constraint letter_frame_foot_en_check check (length(foot_en) <= 1000),
  constraint letter_frame_is_only_check check (is_only),
  constraint letter_frame_sender_name_check check (length(sender_name) >= 1 and length(sender_name) <= 60),
  constraint letter_frame_changed_by_fkey foreign key (changed_by) references employee(id)
);
grant select, update on letter_frame to visits_app;

create table audit_subject (
  office_id integer not null,
  appointment_id uuid not null,
  entry_id uuid not null,
  constraint audit_subject_pkey primary key (office_id, appointment_id, entry_id)
);
alter table audit_subject enable row level security, force row level security;
create policy definer on audit_subject for insert to visits_definer with check (true);
create policy own_office on audit_subject to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on audit_subject to current_user using (true) with check (true);
grant select on audit_subject to visits_app;
grant insert on audit_subject to visits_definer;

create table audit_unsealed (
  office_id integer not null,
  entry_id uuid not null,
  at timestamptz not null,
  constraint audit_unsealed_pkey primary key (office_id, entry_id)
);
alter table audit_unsealed enable row level security, force row level security;
create policy definer on audit_unsealed to visits_definer using (true) with check (true);
create policy own_office on audit_unsealed to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on audit_unsealed to current_user using (true) with check (true);
grant select on audit_unsealed to visits_app;
grant delete, insert, select on audit_unsealed to visits_definer;

create table audit_seal (
  office_id integer not null,
  number bigint not null,
  entry_id uuid not null,
  hash bytea not null,
  constraint audit_seal_pkey primary key (office_id, number),
  constraint audit_seal_number_check check (number > 0)
);
alter table audit_seal enable row level security, force row level security;
create policy definer on audit_seal to visits_definer using (true) with check (true);
create policy own_office on audit_seal to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on audit_seal to current_user using (true) with check (true);
grant select on audit_seal to visits_app;
grant insert, select on audit_seal to visits_definer;

create table audit_head (
  day date not null,
  document text not null,
  signature text not null,
  constraint audit_head_pkey primary key (day)
);
grant insert, select on audit_head to visits_app;

-- How long after its day an appointment keeps who it was for; then it is made anonymous for good
create table retention (
  is_only boolean not null default true,
  days integer not null default 60,
  version integer not null default 1,
  changed_at timestamptz,
  changed_by integer,
  constraint retention_pkey primary key (is_only),
  constraint retention_days_check check (days >= 7 and days <= 365),
  constraint retention_is_only_check check (is_only),
  constraint retention_changed_by_fkey foreign key (changed_by) references employee(id)
);
grant select, update on retention to visits_app;
grant select on retention to visits_definer;

-- The date before which all appointments of an office are anonymous
create table anonymized_until (
  office_id integer not null,
  date date not null,
  constraint anonymized_until_pkey primary key (office_id),
  constraint anonymized_until_office_id_fkey foreign key (office_id) references office(id)
);
alter table anonymized_until enable row level security, force row level security;
create policy definer on anonymized_until to visits_definer using (true);
create policy own_office on anonymized_until to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on anonymized_until to current_user using (true) with check (true);
grant select, update on anonymized_until to visits_app;
grant insert, select, update on anonymized_until to visits_definer;

-- Appointments that were made anonymous because a person asked for it
create table erasure (
  office_id integer not null,
  appointment_id uuid not null,
  at timestamptz not null,
  constraint erasure_pkey primary key (office_id, appointment_id),
  constraint erasure_office_id_appointment_id_fkey foreign key (office_id, appointment_id) references appointment(office_id, id)
);
alter table erasure enable row level security, force row level security;
create policy own_office on erasure to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on erasure to current_user using (true) with check (true);

-- The half or whole of an action, as it was done first
create table onboarding_step (
  office_id integer not null,
  step text not null,
  employee_id integer not null,
  at timestamptz not null,
  constraint onboarding_step_pkey primary key (office_id, step),
  constraint onboarding_step_step_check check (step = any (array['signed-in', 'appointment-viewed', 'appointment-added', 'day-printed', 'queues-viewed', 'queue-added'])),
  constraint onboarding_step_employee_id_fkey foreign key (employee_id) references employee(id),
  constraint onboarding_step_office_id_fkey foreign key (office_id) references office(id)
);
alter table onboarding_step enable row level security, force row level security;
create policy definer on onboarding_step for select to visits_definer using (true);
create policy own_office on onboarding_step to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on onboarding_step to current_user using (true) with check (true);
grant insert, select on onboarding_step to visits_app;
grant select (office_id, step, at) on onboarding_step to visits_definer;

create table questionnaire (
  office_id integer not null,
  version integer not null default 0,
  answers jsonb not null default '{}'::jsonb,  -- A draft until they are submitted
  questions jsonb,  -- As they were when they were answered, whatever is asked later
  submitted_at timestamptz,
  submitted_by integer,
  reset_at timestamptz,  -- When the ministry let the office answer once more, the last time
  reset_reason text,
  constraint questionnaire_pkey primary key (office_id),
  constraint questionnaire_reset_check check ((reset_at is null) = (reset_reason is null) and length(reset_reason) >= 1 and length(reset_reason) <= 200),
  constraint questionnaire_submitted_check check ((submitted_at is null) = (questions is null) and (submitted_at is null) = (submitted_by is null)),
  constraint questionnaire_office_id_fkey foreign key (office_id) references office(id),
  constraint questionnaire_submitted_by_fkey foreign key (submitted_by) references employee(id)
);
alter table questionnaire enable row level security, force row level security;
create policy definer on questionnaire for select to visits_definer using (true);
create policy own_office on questionnaire to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on questionnaire to current_user using (true) with check (true);
grant insert, select, update on questionnaire to visits_app;
grant select (office_id, version, submitted_at) on questionnaire to visits_definer;

create table question_set (
  version integer not null,
  questions jsonb not null,
  added_at timestamptz not null,
  added_by integer not null,
  constraint question_set_pkey primary key (version),
  constraint question_set_added_by_fkey foreign key (added_by) references employee(id)
);
grant insert, select on question_set to visits_app;

create table public_booking (
  id uuid not null,
  region text,  -- Null: the whole country, or the offices that are named
  opened_at timestamptz not null,
  opened_by integer,  -- Null: by the seed of a trial
  offices integer[],  -- By their ids; null: all of the region or the country
  constraint public_booking_pkey primary key (id),
  constraint public_booking_extent_check check (offices is null or region is null and cardinality(offices) > 0),
  constraint public_booking_opened_by_fkey foreign key (opened_by) references employee(id)
);
create unique index public_booking_region_key on public_booking (region) nulls not distinct where (offices is null);
grant delete, insert, select on public_booking to visits_app;
grant select on public_booking to visits_definer;

create table booking_form (
  office_id integer not null,
  token_hash bytea not null,
  appointment_id uuid not null,  -- The row that holds the chosen time, or did
  moves uuid,  -- The appointment that is to be moved to that time; null: a new one
  held_until timestamptz,  -- Null: it is held no more, or it has become an appointment
  is_extended boolean not null default false,  -- Of ten minutes more there are ten once
  service text not null,
  starts_at timestamptz not null,
  language text not null,
  typed json not null default '{}'::json,
  identity json,  -- Who it is by the word of the government's sign-in, and can't be typed
  link_asked_at timestamptz,  -- When an e-mail with a link was last asked for
  links_asked smallint not null default 0,
  confirmed_at timestamptz,
  seen_at timestamptz not null,
  address_key text,  -- Of the network address it came from, hashed under a key of this installation's
  network_key text,
  proof text,  -- What the browser computed for it: good for one form
  awaits_email boolean not null default false,  -- Its time is held only once it is known who asks
  former_hash bytea,  -- Of the key before, while nothing was done with the new one; null: it leads nowhere any more
  key_renewed_at timestamptz,
  person_key bytea,  -- Hashed: who it is, by TAXISnet or by the appointment that is moved; null: nothing shows it yet
  key_step text,  -- The step that gave its key, which the key before may take once more; null: none
  is_offered boolean not null default false,  -- Its place was offered to whoever wished for one: given back, it goes to the next of them
  constraint booking_form_pkey primary key (office_id, token_hash),
  constraint booking_form_service_check check (service ~ '^[a-z0-9-]+(,[a-z0-9-]+){0,2}(,~)?(;[a-z0-9-]+(,[a-z0-9-]+){0,2}){0,3}$'),
  constraint booking_form_office_id_appointment_id_fkey foreign key (office_id, appointment_id) references appointment(office_id, id),
  constraint booking_form_office_id_fkey foreign key (office_id) references office(id),
  constraint booking_form_office_id_moves_fkey foreign key (office_id, moves) references appointment(office_id, id)
);
create index booking_form_by_appointment on booking_form (office_id, appointment_id);
create index booking_form_by_former on booking_form (former_hash) where (former_hash is not null);
create index booking_form_by_network on booking_form (network_key) where (network_key is not null);
create index booking_form_by_person on booking_form (person_key) where (person_key is not null);
create unique index booking_form_by_proof on booking_form (office_id, proof) where (proof is not null);
create index booking_form_by_token on booking_form (token_hash);
create index booking_form_held on booking_form (office_id, held_until) where (held_until is not null);
alter table booking_form enable row level security, force row level security;
create policy definer on booking_form for select to visits_definer using (true);
create policy own_office on booking_form to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on booking_form to current_user using (true) with check (true);
create constraint trigger form_is_gone after delete on booking_form deferrable initially deferred for each row when ((old.held_until is not null)) execute function held_for_somebody();
create constraint trigger form_lets_go after update on booking_form deferrable initially deferred for each row when (((old.held_until is not null) and ((new.held_until is null) or (new.appointment_id <> old.appointment_id)))) execute function held_for_somebody();
grant delete, insert, select, update on booking_form to visits_app;
grant select (office_id, token_hash, appointment_id, held_until, confirmed_at, seen_at, address_key, network_key, former_hash, key_renewed_at, person_key) on booking_form to visits_definer;

create table online_person (
  office_id integer not null,
  appointment_id uuid not null,
  key bytea not null,
  is_new_domain boolean not null default false,  -- The key is an e-mail's domain, of which nobody had come by then
  is_domain boolean not null default false,  -- Of a domain that is not everybody's, whether anybody of it has come or not
  is_identified boolean not null default false,  -- Booked by whom the government had identified: those who come are counted each for themselves
  constraint online_person_pkey primary key (office_id, appointment_id, key),
  constraint online_person_office_id_appointment_id_fkey foreign key (office_id, appointment_id) references appointment(office_id, id)
);
create index online_person_by_key on online_person (key);
create index online_person_new on online_person (office_id) where is_new_domain;
alter table online_person enable row level security, force row level security;
create policy definer on online_person to visits_definer using (true);
create policy own_office on online_person to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on online_person to current_user using (true) with check (true);
grant delete, insert, select on online_person to visits_app;
grant delete, select on online_person to visits_definer;

create table appointment_link (
  office_id integer not null,
  token_hash bytea not null,
  appointment_id uuid not null,
  kind text not null,
  address_hash bytea,  -- Of the e-mail that it was sent to: with another one it is no longer good; null: there was none
  made_at timestamptz not null,
  in_browser boolean not null default false,  -- A page gave it to its browser; false: a letter did
  session bytea,  -- Of whoever was signed in when a page made it: good no longer than that; null: of a letter, or of the browser that booked
  constraint appointment_link_pkey primary key (office_id, token_hash),
  constraint appointment_link_kind_check check (kind = any (array['confirm', 'manage', 'address', 'wish', 'calendar'])),
  constraint appointment_link_office_id_appointment_id_fkey foreign key (office_id, appointment_id) references appointment(office_id, id),
  constraint appointment_link_office_id_fkey foreign key (office_id) references office(id),
  constraint appointment_link_session_fkey foreign key (session) references citizen_session(token_hash) on delete cascade
);
create index appointment_link_by_appointment on appointment_link (office_id, appointment_id);
create index appointment_link_by_session on appointment_link (session) where (session is not null);
create index appointment_link_by_token on appointment_link (token_hash);
alter table appointment_link enable row level security, force row level security;
create policy definer on appointment_link to visits_definer using (true);
create policy own_office on appointment_link to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on appointment_link to current_user using (true) with check (true);
grant delete, insert, select, update on appointment_link to visits_app;
grant delete, select (office_id, token_hash, appointment_id, kind, address_hash, session) on appointment_link to visits_definer;

-- Visits without an appointment that have no place, and nobody's name
create table ticket (
  office_id integer not null,
  id uuid not null,
  date date not null,  -- In Athens; numbers begin anew each day
  letter text,  -- A Greek capital that looks as a Latin one does
  number smallint,
  service text,  -- Null: not known yet
  queue smallint,  -- Which calls or serves it; null: whoever is free first
  status text not null,
  status_at timestamptz not null,  -- When it came to its status
  issued_at timestamptz not null,
  issued_by integer,  -- Null: the screen at the entrance gave it
  called_at timestamptz,  -- When it was last called to the counter
  version integer not null default 1,
  is_statutory boolean not null default false,  -- Has priority by law: counts from when it was given, without the minutes that other numbers wait for
  service_group text,  -- What they said at the entrance that they need; null: they were not asked
  constraint ticket_pkey primary key (office_id, id),
  constraint ticket_office_id_date_letter_number_key unique (office_id, date, letter, number),
  constraint ticket_letter_check check (letter = any (array['Α', 'Ε', 'Κ'])),
  constraint ticket_number_check check (number >= 1 and number <= 999),
  constraint ticket_numbered_check check ((letter is null) = (number is null) and (status = 'withdrawn' or (number is null) = (status = 'turned-away'))),
  constraint ticket_queue_check check (queue is not null or (status <> all (array['in-service', 'served']))),
  constraint ticket_service_group_check check (service_group = any (array['signatures', 'certificates', 'vehicles', 'benefits', 'collection', 'other'])),
  constraint ticket_status_check check (status = any (array['arrived', 'in-service', 'served', 'left', 'turned-away', 'withdrawn'])),
  constraint ticket_issued_by_fkey foreign key (issued_by) references employee(id),
  constraint ticket_office_id_fkey foreign key (office_id) references office(id),
  constraint ticket_office_id_queue_fkey foreign key (office_id, queue) references queue(office_id, number),
  constraint ticket_service_fkey foreign key (service) references service(code)
);
alter table ticket enable row level security, force row level security;
create policy own_office on ticket to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on ticket to current_user using (true) with check (true);
grant insert, select, update on ticket to visits_app;

create table ticket_event (
  office_id integer not null,
  ticket_id uuid not null,
  version integer not null,  -- The ticket's version that this act made
  kind text not null,
  at timestamptz not null,
  employee_id integer,  -- Null: the citizen, at the entrance or on a phone
  changes json not null default '{}'::json,  -- Column → [before, after]
  undoes integer,  -- The version whose act this one took back
  cause uuid,  -- The audit entry of the act of which this is a part
  paper_at timestamptz,  -- When it happened by what was noted on paper; null: at the moment it was recorded
  constraint ticket_event_pkey primary key (office_id, ticket_id, version),
  constraint ticket_event_kind_check check (kind = any (array['issued', 'turned-away', 'called', 'service-started', 'completed', 'left', 'prioritised', 'undone'])),
  constraint ticket_event_employee_id_fkey foreign key (employee_id) references employee(id),
  constraint ticket_event_office_id_ticket_id_fkey foreign key (office_id, ticket_id) references ticket(office_id, id)
);
create index ticket_event_by_cause on ticket_event (office_id, cause) where (cause is not null);
alter table ticket_event enable row level security, force row level security;
create policy own_office on ticket_event to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on ticket_event to current_user using (true) with check (true);
grant insert, select on ticket_event to visits_app;

create table day_measure (
  office_id integer not null,
  date date not null,
  measure text not null,
  class text not null,
  half_hours json not null,  -- Half-hour of the day in Athens, 0 to 47 → value → how many: whole minutes, but days of "came" and "no-show", and people of "crowd"
  constraint day_measure_pkey primary key (office_id, date, measure, class),
  constraint day_measure_office_id_fkey foreign key (office_id) references office(id)
);
alter table day_measure enable row level security, force row level security;
create policy own_office on day_measure to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on day_measure to current_user using (true) with check (true);
grant delete, insert, select on day_measure to visits_app;

create table day_completeness (
  office_id integer not null,
  date date not null,
  visits integer not null,  -- Of people who came and did not leave unserved
  complete integer not null,  -- Of these, arrived, started and completed were recorded in order, ten seconds apart at least
  from_paper integer not null,  -- Of these, caught up from paper: their times are not measured
  suspect integer not null,  -- Services of less than thirty seconds, or of more than four times the catalogue's minutes: not measured
  unresolved integer not null,  -- Appointments of which nobody noted what became of them
  not_started integer,  -- Of people who came, without a start; null: counted before these were told apart
  not_completed integer,  -- Started, without a completion
  at_once integer,  -- Arrived, started and completed within seconds of each other
  constraint day_completeness_pkey primary key (office_id, date),
  constraint day_completeness_office_id_fkey foreign key (office_id) references office(id)
);
alter table day_completeness enable row level security, force row level security;
create policy own_office on day_completeness to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on day_completeness to current_user using (true) with check (true);
grant delete, insert, select on day_completeness to visits_app;

-- The last day of an office that was measured; the days before it are, too
create table measured_until (
  office_id integer not null,
  date date not null,
  constraint measured_until_pkey primary key (office_id),
  constraint measured_until_office_id_fkey foreign key (office_id) references office(id)
);
alter table measured_until enable row level security, force row level security;
create policy definer on measured_until for select to visits_definer using (true);
create policy own_office on measured_until to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on measured_until to current_user using (true) with check (true);
grant insert, select, update on measured_until to visits_app;
grant select (office_id, date) on measured_until to visits_definer;

create table first_free (
  office_id integer not null,
  date date,  -- Of the first time that is offered by telephone; null: none in the weeks in which it was looked for
  noted_at timestamptz not null,
  constraint first_free_pkey primary key (office_id),
  constraint first_free_office_id_fkey foreign key (office_id) references office(id)
);
alter table first_free enable row level security, force row level security;
create policy definer on first_free for select to visits_definer using (true);
create policy own_office on first_free to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on first_free to current_user using (true) with check (true);
grant insert, select, update on first_free to visits_app;
grant select on first_free to visits_definer;

create table counter_language (
  language text not null,
  is_on boolean not null default false,  -- Citizens are offered pages and letters in it
  version integer not null default 1,
  changed_at timestamptz,
  changed_by integer,
  constraint counter_language_pkey primary key (language),
  constraint counter_language_changed_by_fkey foreign key (changed_by) references employee(id)
);
grant select, update on counter_language to visits_app;

create table entrance_screen (
  office_id integer not null,
  id uuid not null,
  name text not null,
  token_hash bytea not null,  -- Of the key that the screen keeps; it is shown once, and stored nowhere
  created_at timestamptz not null,
  created_by integer not null,
  seen_at timestamptz,  -- When it last asked for its page, to the minute
  kind text not null default 'entrance',  -- entrance: who comes says so there; display: whom a counter calls is shown there; printer: it prints numbers by a protocol
  paper text,  -- As the printer last said; null: it has not said yet, or is none
  software text,  -- Name and version, as the printer last said
  constraint entrance_screen_pkey primary key (office_id, id),
  constraint entrance_screen_kind_check check (kind = any (array['entrance', 'display', 'printer'])),
  constraint entrance_screen_name_check check (length(name) >= 1 and length(name) <= 60),
  constraint entrance_screen_paper_check check (paper is null or kind = 'printer' and (paper = any (array['ok', 'low', 'out']))),
  constraint entrance_screen_software_check check (software is null or kind = 'printer' and length(software) >= 1 and length(software) <= 80),
  constraint entrance_screen_created_by_fkey foreign key (created_by) references employee(id),
  constraint entrance_screen_office_id_fkey foreign key (office_id) references office(id)
);
create index entrance_screen_by_token on entrance_screen (token_hash);
alter table entrance_screen enable row level security, force row level security;
create policy definer on entrance_screen for select to visits_definer using (true);
create policy own_office on entrance_screen to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on entrance_screen to current_user using (true) with check (true);
grant delete, insert, select, update (seen_at, paper, software) on entrance_screen to visits_app;
grant select (office_id, id, token_hash) on entrance_screen to visits_definer;

create table freed_place (
  office_id integer not null,
  queue smallint not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  public_from timestamptz not null,  -- Until then citizens are not offered it
  constraint freed_place_pkey primary key (office_id, queue, starts_at, ends_at),
  constraint freed_place_office_id_fkey foreign key (office_id) references office(id)
);
alter table freed_place enable row level security, force row level security;
create policy definer on freed_place for select to visits_definer using (true);
create policy own_office on freed_place to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on freed_place to current_user using (true) with check (true);
grant delete, insert, select, update on freed_place to visits_app;
grant select (office_id, public_from) on freed_place to visits_definer;

-- One row: under it addresses are hashed, and what browsers compute is signed
create table online_secret (
  key bytea not null
);
grant select on online_secret to visits_app;

create table link_asked (
  mailbox bytea not null,  -- Hashed as in online_person, however its address was spelt
  asked_at timestamptz not null,
  id bigint not null generated always as identity,
  constraint link_asked_pkey primary key (id)
);
create index link_asked_by_mailbox on link_asked (mailbox, asked_at);
create index link_asked_by_time on link_asked (asked_at);
grant delete, insert, select on link_asked to visits_app;

create table hoarding_count (
  office_id integer not null,
  date date not null,
  what text not null,
  count integer not null,
  constraint hoarding_count_pkey primary key (office_id, date, what),
  constraint hoarding_count_office_id_fkey foreign key (office_id) references office(id)
);
alter table hoarding_count enable row level security, force row level security;
create policy own_office on hoarding_count to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on hoarding_count to current_user using (true) with check (true);
grant delete, insert, select, update on hoarding_count to visits_app;

create table earlier_wish (
  office_id integer not null,
  appointment_id uuid not null,
  weekdays smallint[] not null,  -- ISO: 1 Monday … 7 Sunday
  parts text[] not null,
  notice text not null,
  made_at timestamptz not null,  -- The published order: who wished first is asked first. It stays when the wish is changed
  offices integer[] not null,  -- Where they would come, by the ids of the offices; their own may be among them
  without_visit boolean not null default false,  -- They have no appointment: its row stands for the wish alone, and holds nothing
  is_confirmed boolean not null default true,  -- The owner of the mailbox has said so, by the link of a letter; until then it counts for nothing
  first_day date,  -- No place before that day; null: as soon as there is one
  constraint earlier_wish_pkey primary key (office_id, appointment_id),
  constraint earlier_wish_confirmed_check check (is_confirmed or without_visit),
  constraint earlier_wish_notice_check check (notice = any (array['hours', 'day', 'two-days'])),
  constraint earlier_wish_offices_check check (offices <> '{}'::integer[]),
  constraint earlier_wish_parts_check check (parts <@ array['morning', 'noon', 'afternoon'] and parts <> '{}'[]),
  constraint earlier_wish_weekdays_check check (weekdays <@ array[1::smallint, 2::smallint, 3::smallint, 4::smallint, 5::smallint, 6::smallint, 7::smallint] and weekdays <> '{}'::smallint[]),
  constraint earlier_wish_office_id_appointment_id_fkey foreign key (office_id, appointment_id) references appointment(office_id, id)
);
create index earlier_wish_in on earlier_wish using gin (offices);
alter table earlier_wish enable row level security, force row level security;
create policy definer on earlier_wish for select to visits_definer using (true);
create policy definer_deletes on earlier_wish for delete to visits_definer using (true);
create policy own_office on earlier_wish to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on earlier_wish to current_user using (true) with check (true);
grant delete, insert, select, update on earlier_wish to visits_app;
grant delete, select, select (office_id) on earlier_wish to visits_definer;

create table earlier_offer (
  office_id integer not null,
  hold uuid not null,  -- The row that holds the place for them
  appointment_id uuid not null,
  queue smallint not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  made_at timestamptz not null,
  until timestamptz not null,
  outcome text,  -- Null: they have not answered, and it is held
  settled_at timestamptz,
  place_office integer not null,  -- Whose the place is that is held: it may be another office than that of the appointment
  constraint earlier_offer_pkey primary key (office_id, hold),
  constraint earlier_offer_outcome_check check (outcome = any (array['accepted', 'refused', 'lapsed'])),
  constraint earlier_offer_office_id_appointment_id_fkey foreign key (office_id, appointment_id) references appointment(office_id, id)
);
create index earlier_offer_of_visit on earlier_offer (office_id, appointment_id, made_at);
create unique index earlier_offer_one on earlier_offer (office_id, appointment_id) where (outcome is null);
create index earlier_offer_open on earlier_offer (office_id, until) where (outcome is null);
create index earlier_offer_waiting on earlier_offer (hold) where (outcome is null);
alter table earlier_offer enable row level security, force row level security;
create policy definer on earlier_offer for select to visits_definer using (true);
create policy own_office on earlier_offer to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on earlier_offer to current_user using (true) with check (true);
create constraint trigger offer_lets_go after update of outcome on earlier_offer deferrable initially deferred for each row when (((old.outcome is null) and (new.outcome is not null))) execute function held_for_somebody();
grant insert, select, update on earlier_offer to visits_app;
grant select, select (office_id, until, outcome) on earlier_offer to visits_definer;

create table partner (
  id uuid not null,
  name text not null,
  webhook_url text,  -- Where it is told of its appointments; null: it is told nothing
  webhook_secret bytea,  -- By which it knows that a notice is ours; it is shown once
  webhook_failing_since timestamptz,  -- Since when no notice has arrived; null: the last one did
  version integer not null default 1,
  added_at timestamptz not null,
  added_by integer not null,
  webhook_failure text,  -- In short: an HTTP status, or a code of the connection; null: it arrived, or nothing is known
  paused_at timestamptz,  -- Since when it is refused and told nothing; null: it goes on
  resumed_at timestamptz,  -- When its last pause ended: what had waited is tried from then on
  constraint partner_pkey primary key (id),
  constraint partner_name_key unique (name),
  constraint partner_name_check check (length(name) >= 1 and length(name) <= 80),
  constraint partner_webhook_check check ((webhook_url is null) = (webhook_secret is null)),
  constraint partner_added_by_fkey foreign key (added_by) references employee(id)
);
grant insert, select, update on partner to visits_app;
grant select (id, webhook_url, webhook_failing_since, paused_at, resumed_at) on partner to visits_definer;

create table partner_key (
  id uuid not null,
  partner uuid not null,
  hash bytea not null,  -- Of the key, which is shown once and stored nowhere
  hint text not null,  -- Its last letters, by which people tell keys apart
  issued_at timestamptz not null,
  issued_by integer not null,
  revoked_at timestamptz,
  revoked_by integer,
  used_at timestamptz,  -- When something was last asked with it, to the minute
  constraint partner_key_pkey primary key (id),
  constraint partner_key_hash_key unique (hash),
  constraint partner_key_revoked_check check ((revoked_at is null) = (revoked_by is null)),
  constraint partner_key_issued_by_fkey foreign key (issued_by) references employee(id),
  constraint partner_key_partner_fkey foreign key (partner) references partner(id),
  constraint partner_key_revoked_by_fkey foreign key (revoked_by) references employee(id)
);
create index partner_key_of on partner_key (partner);
grant insert, select, update (revoked_at, revoked_by, used_at) on partner_key to visits_app;
grant select (partner, revoked_at) on partner_key to visits_definer;

create table partner_visit (
  office_id integer not null,
  appointment_id uuid not null,
  partner uuid not null,
  request_key text not null,  -- The same request is carried out once, however often it is sent
  request_hash bytea not null,
  constraint partner_visit_pkey primary key (office_id, appointment_id),
  constraint partner_visit_request_key_check check (length(request_key) >= 1 and length(request_key) <= 200),
  constraint partner_visit_office_id_appointment_id_fkey foreign key (office_id, appointment_id) references appointment(office_id, id),
  constraint partner_visit_partner_fkey foreign key (partner) references partner(id)
);
create index partner_visit_of_key on partner_visit (partner, request_key);
create index partner_visit_of_partner on partner_visit (partner, appointment_id);
create unique index partner_visit_of_request on partner_visit (office_id, partner, request_key);
alter table partner_visit enable row level security, force row level security;
create policy definer on partner_visit to visits_definer using (true);
create policy own_office on partner_visit to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on partner_visit to current_user using (true) with check (true);
grant insert, select on partner_visit to visits_app;
grant delete, select on partner_visit to visits_definer;

create table webhook_event (
  office_id integer not null,
  appointment_id uuid not null,
  version integer not null,  -- Of the appointment, which the act made
  partner uuid not null,
  kind text not null,
  at timestamptz not null,
  starts_at timestamptz not null,  -- By then
  status text not null,
  transferred_to text,  -- The office that has it from then on, when it ended here for that
  state text not null default 'planned',
  trying_since timestamptz not null,  -- When it happened, or was asked for once more
  due_at timestamptz not null,
  taken_until timestamptz,  -- A sender is at it; should it not come back by then, another one takes it
  takings integer not null default 0,  -- How often a sender took it up, over all: what one of before has to say counts no more
  attempts integer not null default 0,
  answer text,
  constraint webhook_event_pkey primary key (office_id, appointment_id, version),
  constraint webhook_event_kind_check check (kind = any (array['booked', 'moved', 'cancelled', 'transferred', 'arrived', 'corrected'])),
  constraint webhook_event_state_check check (state = any (array['planned', 'delivered', 'given-up'])),
  constraint webhook_event_office_id_appointment_id_fkey foreign key (office_id, appointment_id) references appointment(office_id, id),
  constraint webhook_event_partner_fkey foreign key (partner) references partner(id)
);
create index webhook_event_by_age on webhook_event (at);
create index webhook_event_due on webhook_event (partner, due_at) where (state = 'planned');
create index webhook_event_of_partner on webhook_event (partner, at);
alter table webhook_event enable row level security, force row level security;
create policy definer on webhook_event to visits_definer using (true) with check (true);
create policy own_office on webhook_event to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on webhook_event to current_user using (true) with check (true);
grant insert, select, update on webhook_event to visits_app;
grant delete, select, update (state, trying_since, due_at, taken_until, takings, attempts) on webhook_event to visits_definer;

-- How often something was tried by one address, code or key; of nobody whose time is over
create table limit_count (
  limit_name text not null,
  who bytea not null,  -- Hashed under the key of online_secret: an address can't be told from it
  until timestamptz not null,  -- From then on counting begins anew
  count integer not null,
  constraint limit_count_pkey primary key (limit_name, who)
);
grant delete, insert, select, update on limit_count to visits_app;

-- How many appointments a system has booked on a day, in all offices together
create table partner_day (
  partner uuid not null,
  date date not null,
  booked integer not null,
  constraint partner_day_pkey primary key (partner, date),
  constraint partner_day_partner_fkey foreign key (partner) references partner(id)
);
grant insert, select, update on partner_day to visits_app;

-- By the server's clock, of any process; a job that runs often is noted now and then
create table job_run (
  job text not null,
  ran_at timestamptz not null,
  took_ms integer not null,
  outcome text not null,  -- left: something could not be done at that time, and is tried again soon
  failed_at timestamptz,  -- The last time; null: never yet
  failure text,  -- A code or a kind of error, never what it was about
  did integer,  -- Since the note before it; null: it does not count what it does
  constraint job_run_pkey primary key (job),
  constraint job_run_check check (outcome <> 'failed' or failed_at is not null),
  constraint job_run_check1 check ((failed_at is null) = (failure is null)),
  constraint job_run_did_check check (did >= 0),
  constraint job_run_outcome_check check (outcome = any (array['done', 'left', 'failed'])),
  constraint job_run_took_ms_check check (took_ms >= 0)
);
grant insert, select, update on job_run to visits_app;

create table service_words (
  service text not null,
  words jsonb not null,  -- Language → words and phrases
  version integer not null default 1,
  changed_at timestamptz,
  changed_by integer,  -- Null: they came with the catalogue
  constraint service_words_pkey primary key (service),
  constraint service_words_words_check check (jsonb_typeof(words) = 'object' and length(words::text) <= 20000),
  constraint service_words_changed_by_fkey foreign key (changed_by) references employee(id),
  constraint service_words_service_fkey foreign key (service) references service(code)
);
grant insert, select, update on service_words to visits_app;

-- What KEP do not do, and who does it
create table referral (
  code text not null,
  answers jsonb not null,  -- Language → who does it; Greek stands for those that are missing
  words jsonb not null,
  url text,
  is_removed boolean not null default false,  -- It stays, so that the next import of the catalogue does not bring it again
  version integer not null default 1,
  changed_at timestamptz,
  changed_by integer,
  constraint referral_pkey primary key (code),
  constraint referral_answers_check check (jsonb_typeof(answers) = 'object' and length(answers::text) <= 10000),
  constraint referral_code_check check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  constraint referral_url_check check (url ~ '^https://' and length(url) <= 300),
  constraint referral_words_check check (jsonb_typeof(words) = 'object' and length(words::text) <= 20000),
  constraint referral_changed_by_fkey foreign key (changed_by) references employee(id)
);
grant insert, select, update on referral to visits_app;

-- Of a day: its askers; of a month: its words
create table missed_key (
  kind text not null,
  begins date not null,
  key bytea not null,
  constraint missed_key_pkey primary key (kind, begins),
  constraint missed_key_kind_check check (kind = any (array['day', 'month']))
);
grant delete, insert, select on missed_key to visits_definer;

create table missed_word (
  month date not null,
  hash bytea not null,
  askers integer not null default 0,
  word text,  -- Null: fewer than five have used it, or it is refused
  is_refused boolean not null default false,  -- It sounds like a name or a place, and is not written down
  constraint missed_word_pkey primary key (month, hash),
  constraint missed_word_check check (word is null or askers >= 5 and not is_refused)
);
grant delete, insert, select, update on missed_word to visits_definer;

-- So that one who asks ten times counts once; gone with the day
create table missed_asker (
  day date not null,
  word_hash bytea not null,
  asker_hash bytea not null,
  constraint missed_asker_pkey primary key (day, asker_hash, word_hash)
);
grant delete, insert, select on missed_asker to visits_definer;

create table translation (
  greek text not null,
  language text not null,
  words text not null,
  is_checked boolean not null default false,  -- A native speaker has gone over it
  version integer not null default 1,
  changed_at timestamptz,
  changed_by integer,  -- Null when an import or a migration wrote it
  constraint translation_pkey primary key (greek, language),
  constraint translation_greek_check check (length(greek) >= 1 and length(greek) <= 2000),
  constraint translation_language_check check (language = any (array['en', 'sq', 'uk', 'ar', 'ur'])),
  constraint translation_words_check check (length(words) >= 1 and length(words) <= 3000),
  constraint translation_changed_by_fkey foreign key (changed_by) references employee(id)
);
grant delete, insert, select, update on translation to visits_app;

-- By which somebody with an appointment is called on that day: letter Β; given when they come, and to nobody else
create table visit_number (
  office_id integer not null,
  date date not null,  -- In Athens
  number smallint not null,
  appointment_id uuid not null,
  constraint visit_number_pkey primary key (office_id, date, number),
  constraint visit_number_office_id_appointment_id_date_key unique (office_id, appointment_id, date),
  constraint visit_number_check check (number >= 101 and number <= 999),
  constraint visit_number_office_id_appointment_id_fkey foreign key (office_id, appointment_id) references appointment(office_id, id)
);
alter table visit_number enable row level security, force row level security;
create policy own_office on visit_number to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on visit_number to current_user using (true) with check (true);
grant insert, select on visit_number to visits_app;

-- What the office's screens show: a number, and the counter to which it was called
create table line_call (
  office_id integer not null,
  visit uuid not null,  -- The appointment or the ticket
  version integer not null,  -- Of the visit, made by the act that called it
  date date not null,  -- In Athens
  letter text not null,
  number smallint not null,
  counter smallint not null,
  at timestamptz not null,
  withdrawn_at timestamptz,  -- When the act was taken back
  constraint line_call_pkey primary key (office_id, visit, version),
  constraint line_call_letter_check check (letter = any (array['Α', 'Β', 'Ε', 'Κ'])),
  constraint line_call_number_check check (number >= 1 and number <= 999),
  constraint line_call_office_id_counter_fkey foreign key (office_id, counter) references queue(office_id, number)
);
create index line_call_by_day on line_call (office_id, date, at);
alter table line_call enable row level security, force row level security;
create policy own_office on line_call to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on line_call to current_user using (true) with check (true);
grant insert, select, update (withdrawn_at) on line_call to visits_app;

-- Keys of places in the line, of today alone: they are shown once, and stored nowhere
create table line_key (
  office_id integer not null,
  hash bytea not null,
  date date not null,  -- In Athens
  visit uuid not null,  -- The appointment or the ticket
  made_at timestamptz not null,
  constraint line_key_pkey primary key (office_id, hash),
  constraint line_key_hash_check check (length(hash) = 32),
  constraint line_key_office_id_fkey foreign key (office_id) references office(id)
);
create index line_key_by_hash on line_key (hash);
alter table line_key enable row level security, force row level security;
create policy definer on line_key for select to visits_definer using (true);
create policy definer_deletes on line_key for delete to visits_definer using (true);
create policy own_office on line_key to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on line_key to current_user using (true) with check (true);
grant insert, select on line_key to visits_app;
grant delete, select (office_id, hash, date, visit) on line_key to visits_definer;

-- Numbers to be printed by a device of others, of today alone: no name, no service
create table print_job (
  office_id integer not null,
  id uuid not null,
  printer uuid not null,
  visit uuid not null,  -- The appointment or the ticket
  date date not null,  -- In Athens; those of days before are deleted with the first of a day
  made_at timestamptz not null,
  made_by integer not null,
  printed_at timestamptz,  -- When the printer said so first; null: it is handed out again
  constraint print_job_pkey primary key (office_id, id),
  constraint print_job_made_by_fkey foreign key (made_by) references employee(id),
  constraint print_job_office_id_printer_fkey foreign key (office_id, printer) references entrance_screen(office_id, id) on delete cascade
);
create index print_job_by_printer on print_job (office_id, printer, made_at);
alter table print_job enable row level security, force row level security;
create policy own_office on print_job to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on print_job to current_user using (true) with check (true);
grant delete, insert, select, update (printed_at) on print_job to visits_app;

-- Whether visits may say what is to be prepared that tells of health: the ministry switches it on
create table needs_offer (
  is_only boolean not null default true,
  is_on boolean not null default false,
  version integer not null default 1,
  changed_at timestamptz,
  changed_by integer,
  constraint needs_offer_pkey primary key (is_only),
  constraint needs_offer_is_only_check check (is_only),
  constraint needs_offer_changed_by_fkey foreign key (changed_by) references employee(id)
);
grant select, update on needs_offer to visits_app;

create table visit_owner (
  office_id integer not null,
  appointment_id uuid not null,
  mark bytea not null,
  way text not null,  -- taxisnet, wallet: whoever booked was identified by it; code: somebody identified knew its reference and surname
  since timestamptz not null,
  constraint visit_owner_pkey primary key (office_id, appointment_id, mark),
  constraint visit_owner_way_check check (way = any (array['taxisnet', 'wallet', 'code'])),
  constraint visit_owner_office_id_appointment_id_fkey foreign key (office_id, appointment_id) references appointment(office_id, id)
);
create index visit_owner_by_mark on visit_owner (mark);
alter table visit_owner enable row level security, force row level security;
create policy definer on visit_owner to visits_definer using (true);
create policy own_office on visit_owner to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on visit_owner to current_user using (true) with check (true);
grant insert, select on visit_owner to visits_app;
grant delete, select on visit_owner to visits_definer;

-- Citizens who are signed in with TAXISnet, for half an hour; of a company the first name is empty
create table citizen_session (
  token_hash bytea not null,
  mark bytea not null,
  last_name text not null,
  first_name text not null,
  until timestamptz not null,
  way text not null default 'taxisnet',  -- By whose word it is said who they are
  constraint citizen_session_pkey primary key (token_hash),
  constraint citizen_session_way_check check (way = any (array['taxisnet', 'wallet']))
);
create index citizen_session_by_until on citizen_session (until);
grant delete, insert, select on citizen_session to visits_app;
grant select on citizen_session to visits_definer;

create table calendar_entry (
  office_id integer not null,
  appointment_id uuid not null,
  uid uuid not null,  -- Under which the first letter brought the entry: the id of the appointment as it was then, in whichever office
  sequence integer not null,  -- How far the offices before have counted; the version of the appointment is added
  constraint calendar_entry_pkey primary key (office_id, appointment_id),
  constraint calendar_entry_sequence_check check (sequence > 0),
  constraint calendar_entry_office_id_appointment_id_fkey foreign key (office_id, appointment_id) references appointment(office_id, id)
);
alter table calendar_entry enable row level security, force row level security;
create policy definer on calendar_entry to visits_definer using (true);
create policy own_office on calendar_entry to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on calendar_entry to current_user using (true) with check (true);
grant insert, select on calendar_entry to visits_app;
grant delete, select on calendar_entry to visits_definer;

-- Names of companions that were erased because their person asked for it; nothing of them is in it
create table companion_erasure (
  office_id integer not null,
  appointment_id uuid not null,
  version integer not null,  -- Which the appointment had when the name was gone
  place smallint not null,  -- Among the companions of then, counted from 0
  at timestamptz not null,
  constraint companion_erasure_pkey primary key (office_id, appointment_id, version, place),
  constraint companion_erasure_office_id_appointment_id_fkey foreign key (office_id, appointment_id) references appointment(office_id, id)
);
alter table companion_erasure enable row level security, force row level security;
create policy own_office on companion_erasure to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on companion_erasure to current_user using (true) with check (true);

-- Deleted in the night, when its day is counted; who noted it is stored nowhere
create table visit_in_vain (
  office_id integer not null,
  visit uuid not null,  -- An appointment or a number
  date date not null,
  service text not null,
  reason text,  -- Null: taken back
  line text,  -- Which line of what to bring, by its Greek words; null: something that is not among them
  version integer not null,
  constraint visit_in_vain_pkey primary key (office_id, visit),
  constraint visit_in_vain_check check (line is null or reason = 'paper'),
  constraint visit_in_vain_reason_check check (reason = any (array['paper', 'elsewhere', 'needless'])),
  constraint visit_in_vain_office_id_fkey foreign key (office_id) references office(id),
  constraint visit_in_vain_service_fkey foreign key (service) references service(code)
);
alter table visit_in_vain enable row level security, force row level security;
create policy definer on visit_in_vain to visits_definer using (true);
create policy own_office on visit_in_vain to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on visit_in_vain to current_user using (true) with check (true);
grant delete, insert, select, update on visit_in_vain to visits_app;
grant delete, select on visit_in_vain to visits_definer;

-- The last day of which visits in vain were counted: each day once
create table in_vain_until (
  office_id integer not null,
  date date not null,
  constraint in_vain_until_pkey primary key (office_id),
  constraint in_vain_until_office_id_fkey foreign key (office_id) references office(id)
);
alter table in_vain_until enable row level security, force row level security;
create policy own_office on in_vain_until to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on in_vain_until to current_user using (true) with check (true);
grant insert, select, update on in_vain_until to visits_app;

create table in_vain_week (
  monday date not null,
  service text not null,
  visits integer not null,  -- That were served on days that count; one of several services counts in each of them
  paper integer not null,
  elsewhere integer not null,
  needless integer not null,
  constraint in_vain_week_pkey primary key (monday, service),
  constraint in_vain_week_check check (least(paper, elsewhere, needless) >= 0 and (paper + elsewhere + needless) <= visits),
  constraint in_vain_week_service_fkey foreign key (service) references service(code)
);
grant insert, select, update on in_vain_week to visits_app;

create table in_vain_line (
  monday date not null,
  service text not null,
  line text not null,  -- Of what to bring, in its Greek words of that day; what is in none of them is the rest of paper
  visits integer not null,
  constraint in_vain_line_pkey primary key (monday, service, line),
  constraint in_vain_line_visits_check check (visits > 0),
  constraint in_vain_line_monday_service_fkey foreign key (monday, service) references in_vain_week(monday, service)
);
grant insert, select, update on in_vain_line to visits_app;

-- Days of offices in a week on which anybody was served
create table in_vain_days (
  monday date not null,
  counted integer not null,
  left_out integer not null,  -- Fewer than four of five visits were recorded whole
  constraint in_vain_days_pkey primary key (monday),
  constraint in_vain_days_check check (least(counted, left_out) >= 0)
);
grant insert, select, update on in_vain_days to visits_app;

create table day_outcome (
  office_id integer not null,
  date date not null,
  outcomes json not null,  -- Group of services → outcome → how many visits; what nobody had is left out
  constraint day_outcome_pkey primary key (office_id, date),
  constraint day_outcome_office_id_fkey foreign key (office_id) references office(id)
);
alter table day_outcome enable row level security, force row level security;
create policy own_office on day_outcome to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on day_outcome to current_user using (true) with check (true);
grant delete, insert, select on day_outcome to visits_app;

create table open_month (
  month date not null,
  version integer not null,
  published_at timestamptz not null,
  reason text,  -- Why it is a correction; null: the first of its month
  method integer not null,  -- Of the definitions by which it was made
  offices integer not null,
  offices_recorded integer not null,
  csv_file bytea not null,  -- Gzip; checksum and bytes are of the file itself
  json_file bytea not null,
  csv_sha256 text not null,
  json_sha256 text not null,
  csv_bytes integer not null,
  json_bytes integer not null,
  key_fingerprint text,  -- SHA-256 of the key; null: by a process of the release before, until the next one fills it in
  note_el text,  -- Why somebody had it corrected, published with it: it goes before reason, which a release before reads
  note_en text,
  constraint open_month_pkey primary key (month, version),
  constraint open_month_one_key exclude using gist (month with =, key_fingerprint with <>),
  constraint open_month_check check (version > 0 and (version = 1) = (reason is null)),
  constraint open_month_check1 check (num_nulls(note_el, note_en) <> 1),
  constraint open_month_check2 check (note_el is null or reason is not null),
  constraint open_month_month_check check (extract(day from month) = 1::numeric),
  constraint open_month_reason_check check (reason = any (array['late-counts', 'method']))
);
grant insert, select, update (key_fingerprint) on open_month to visits_app;

create table open_month_due (
  month date not null,
  changes bigint not null default 1,  -- Goes up with each day that is counted, so that nothing counted meanwhile is forgotten
  claimed_until timestamptz,
  note_el text,  -- What its next version says of why it is a correction; null: days were counted, or it is the first
  note_en text,
  constraint open_month_due_pkey primary key (month),
  constraint open_month_due_check check (num_nulls(note_el, note_en) <> 1)
);
grant delete, insert, select, update on open_month_due to visits_app;

create table open_data_key (
  is_only boolean not null default true,
  key bytea not null,
  constraint open_data_key_pkey primary key (is_only),
  constraint open_data_key_is_only_check check (is_only),
  constraint open_data_key_key_check check (length(key) = 32)
);
grant insert, select on open_data_key to visits_app;

create table day_capacity (
  office_id integer not null,
  date date not null,
  open_minutes integer not null,  -- Of all queues that served: their hours without what was closed, while they were active
  booked_minutes integer not null,  -- Of places of appointments made before, whatever became of the visit
  served_minutes integer not null,  -- Of services that were measured
  overtime_minutes integer,  -- From the end of the last hours to the last completion; null: not open, or nothing was completed
  counters integer not null,  -- Queues in which anybody was served
  tickets integer not null,  -- Numbers that were given and not taken back
  constraint day_capacity_pkey primary key (office_id, date),
  constraint day_capacity_office_id_fkey foreign key (office_id) references office(id)
);
alter table day_capacity enable row level security, force row level security;
create policy own_office on day_capacity to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on day_capacity to current_user using (true) with check (true);
grant delete, insert, select on day_capacity to visits_app;

create table day_service (
  office_id integer not null,
  date date not null,
  service text not null,
  minutes json not null,  -- Whole minutes → how many visits of this service alone
  constraint day_service_pkey primary key (office_id, date, service),
  constraint day_service_office_id_fkey foreign key (office_id) references office(id),
  constraint day_service_service_fkey foreign key (service) references service(code)
);
alter table day_service enable row level security, force row level security;
create policy own_office on day_service to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on day_service to current_user using (true) with check (true);
grant delete, insert, select on day_service to visits_app;

-- How far ahead free times lay in the night after a day: seen then, and never counted anew
create table day_access (
  office_id integer not null,
  date date not null,
  third_free_days integer,  -- Days from the next one to the third free place by telephone; null: none within the weeks that are looked at
  constraint day_access_pkey primary key (office_id, date),
  constraint day_access_office_id_fkey foreign key (office_id) references office(id)
);
alter table day_access enable row level security, force row level security;
create policy own_office on day_access to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on day_access to current_user using (true) with check (true);
grant insert, select on day_access to visits_app;

-- Sums of a week that has ended, of the days that were counted; made anew with each of its days
create table office_week (
  office_id integer not null,
  monday date not null,
  days smallint not null,  -- On which visits were recorded
  open_minutes integer not null,
  counters smallint,  -- The most queues in which anybody was served on one day; null: counted before that was
  visits integer not null,
  complete integer not null,
  on_time integer not null,  -- Of those present: begun within ten minutes of the appointed time
  present integer not null,  -- With an appointment and here by its time, those who left too
  no_shows integer not null,  -- Of those due: did not come
  due integer not null,  -- Appointments of which it is recorded whether anybody came
  soon integer not null,  -- Of the walk-ins: begun within thirty minutes
  walk_ins integer not null,  -- Without an appointment, those who left too
  appointment_waits integer[] not null,  -- Of who was here by the appointed time: waits by steps (src/measures/national/wait-steps.ts)
  walk_in_waits integer[] not null,  -- Of who had no appointment: waits by the same steps
  nights smallint not null,  -- In which free times were looked for
  third_free_days integer,  -- As day_access has it for the last of these nights
  constraint office_week_pkey primary key (office_id, monday),
  constraint office_week_monday_check check (extract(isodow from monday) = 1::numeric),
  constraint office_week_office_id_fkey foreign key (office_id) references office(id)
);
create index office_week_by_monday on office_week (monday);
alter table office_week enable row level security, force row level security;
create policy definer on office_week for select to visits_definer using (true);
create policy own_office on office_week to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on office_week to current_user using (true) with check (true);
grant delete, insert, select on office_week to visits_app;
grant select on office_week to visits_definer;

-- The range of minutes of one number at one place; the night after the day counts and erases it. A number that was never given has none: it is left out of the count
create table wait_promise (
  office_id integer not null,
  date date not null,
  ticket_id uuid not null,
  place text not null,  -- Where it was read: the screen at the entrance with its paper, a printer, the own phone
  quarter integer not null,  -- Quarters of an hour that they had waited, which begin at another minute for each number: in each the first range counts
  waited_minutes integer not null,
  from_minutes integer not null,  -- From then on; the middle of those who waited as long
  to_minutes integer not null,  -- Nine of ten of them
  is_said boolean not null,  -- False: the office was silent, and it was computed only to be counted
  constraint wait_promise_pkey primary key (office_id, date, ticket_id, place, quarter),
  constraint wait_promise_check check (to_minutes >= from_minutes),
  constraint wait_promise_from_minutes_check check (from_minutes >= 0),
  constraint wait_promise_place_check check (place = any (array['screen', 'printer', 'phone'])),
  constraint wait_promise_quarter_check check (quarter >= 0),
  constraint wait_promise_waited_minutes_check check (waited_minutes >= 0),
  constraint wait_promise_office_id_fkey foreign key (office_id) references office(id)
);
alter table wait_promise enable row level security, force row level security;
create policy own_office on wait_promise to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on wait_promise to current_user using (true) with check (true);
grant delete, insert, select on wait_promise to visits_app;

-- What became of the ranges of a day: counts alone
create table day_promise (
  office_id integer not null,
  date date not null,
  place text not null,  -- As of wait_promise; usual: the hours on the page of the office, of each visit that began to wait in one of them
  is_said boolean not null,
  within integer not null,
  shorter integer not null,
  longer integer not null,  -- Than the end of the range, also of people who left after that: these were not kept
  unknown integer not null,  -- Nobody noted when they were served, or they left before the end of the range
  constraint day_promise_pkey primary key (office_id, date, place, is_said),
  constraint day_promise_longer_check check (longer >= 0),
  constraint day_promise_place_check check (place = any (array['screen', 'printer', 'phone', 'usual-walk-in', 'usual-appointment'])),
  constraint day_promise_shorter_check check (shorter >= 0),
  constraint day_promise_unknown_check check (unknown >= 0),
  constraint day_promise_within_check check (within >= 0),
  constraint day_promise_office_id_fkey foreign key (office_id) references office(id)
);
alter table day_promise enable row level security, force row level security;
create policy definer on day_promise for select to visits_definer using (true);
create policy own_office on day_promise to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on day_promise to current_user using (true) with check (true);
grant insert, select, update on day_promise to visits_app;
grant select on day_promise to visits_definer;

-- What an office's page says of waiting until the next night, and whether the office is silent about it
create table office_wait (
  office_id integer not null,
  date date not null,  -- The last day that it is of; it is said on the days after it
  usual json not null,  -- The usual wait by hour, or why it is not known
  score json not null,  -- What became in the last closed month of what was said
  number_is_silent boolean not null,  -- People with numbers are told no range
  number_since date not null,  -- The day from which that is so; what became of ranges before it is not asked any more
  usual_is_silent boolean not null,  -- The page of the office says nothing of its hours
  usual_since date not null,
  constraint office_wait_pkey primary key (office_id),
  constraint office_wait_office_id_fkey foreign key (office_id) references office(id)
);
alter table office_wait enable row level security, force row level security;
create policy own_office on office_wait to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on office_wait to current_user using (true) with check (true);
grant insert, select, update on office_wait to visits_app;

-- Weeks of an office with a day that counts for visits in vain, for a year. Only how many offices they are is told
create table in_vain_office (
  office_id integer not null,
  monday date not null,
  is_used boolean not null,  -- On one of these days somebody noted a visit in vain
  constraint in_vain_office_pkey primary key (office_id, monday),
  constraint in_vain_office_monday_check check (extract(isodow from monday) = 1::numeric),
  constraint in_vain_office_office_id_fkey foreign key (office_id) references office(id)
);
alter table in_vain_office enable row level security, force row level security;
create policy definer on in_vain_office for select to visits_definer using (true);
create policy own_office on in_vain_office to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on in_vain_office to current_user using (true) with check (true);
grant delete, insert, select, update on in_vain_office to visits_app;
grant select on in_vain_office to visits_definer;

-- Beside the sums of a week, and gone with them: a release that does not know of it sums a week anew
create table office_week_counts (
  office_id integer not null,
  monday date not null,
  counts json not null,  -- As src/measures/figures/week-counts.ts has them
  constraint office_week_counts_pkey primary key (office_id, monday),
  constraint office_week_counts_office_id_monday_fkey foreign key (office_id, monday) references office_week(office_id, monday) on delete cascade
);
alter table office_week_counts enable row level security, force row level security;
create policy own_office on office_week_counts to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on office_week_counts to current_user using (true) with check (true);
grant insert, select on office_week_counts to visits_app;

-- What is committed and not announced yet, for some milliseconds; lost with the server, like every connection that listens: all ask anew then
create unlogged table announcement (
  id uuid not null,
  notices text[] not null,  -- As src/live/notice.ts has them, none of a person
  constraint announcement_pkey primary key (id)
);
grant delete, insert, select, update (id) on announcement to visits_app;

-- What an office decides for itself: a row for each
create table office_settings (
  office_id integer not null,
  evening_message boolean not null default false,  -- At 20:00 its e-mail gets the next day's number of appointments by queue
  lead_minutes integer not null default 30,  -- How far from now the first time offered by telephone lies; a preselection, never a limit for staff
  earlier_minutes integer not null default 30,  -- By so many minutes at most a proposal moves an appointment earlier by itself; whom nobody can tell never
  common_minutes integer not null default 0,  -- Of several services in one visit so many minutes happen once, whatever the number
  longer_minutes integer not null default 10,  -- So many minutes more are given to whoever needs longer time
  online_lead_minutes integer not null default 60,  -- Citizens book no time that begins sooner
  online_horizon_days integer not null default 30,  -- Citizens book so many days ahead at most
  online_release_time text,  -- When the last of these days opens; null: each time of it as the clock reaches that
  online_limit integer not null default 2,  -- Appointments to come that one person may have booked online, in all offices together
  online_counter_percent integer not null default 20,  -- Of each day's public places this share is not given away online
  online_held_percent integer not null default 5,  -- Of a day's public places so many are held at most for citizens who are still filling in
  online_partner_percent integer not null default 30,  -- Of a day's public places so many at most go to one accredited system
  online_offer_minutes integer not null default 60,  -- So long an earlier place is held for whoever wished for one
  online_freed_minutes integer not null default 5,  -- So many minutes later at most citizens are offered a place that was given up; 0: at once
  online_by_phone boolean not null default false,  -- Citizens without e-mail and without codes of the government book by their telephone number alone
  arrival_early_minutes integer not null default 30,  -- So long before their time citizens can say at the entrance that they have come
  arrival_late_minutes integer not null default 15,  -- And so long after it; whoever comes later is seen to at the counter
  tickets_at_entrance boolean not null default false,  -- Its screens at the entrance give numbers to who comes without an appointment
  tickets_printed boolean not null default false,  -- And print them
  line_slack_minutes integer not null default 15,  -- A number counts as an appointment so many minutes after it was given
  recall_minutes integer not null default 3,  -- Who does not come to the counter is called again so many minutes later
  seats integer,  -- For those who wait; null: nobody has said
  reminder_time text not null default '17:00',  -- The day before, when citizens with an e-mail are reminded
  mail_note text,  -- Closes each letter of the office in Greek
  mail_note_en text,  -- Closes each letter of the office in English
  usual_service text,  -- What people mostly come for, as somebody there said: forms begin with it; null: nobody has
  constraint office_settings_pkey primary key (office_id),
  constraint office_settings_arrival_early_minutes_check check (arrival_early_minutes >= 0 and arrival_early_minutes <= 480),
  constraint office_settings_arrival_late_minutes_check check (arrival_late_minutes >= 0 and arrival_late_minutes <= 480),
  constraint office_settings_common_minutes_check check (common_minutes >= 0 and common_minutes <= 30),
  constraint office_settings_earlier_minutes_check check (earlier_minutes >= 0 and earlier_minutes <= 1440),
  constraint office_settings_lead_minutes_check check (lead_minutes >= 0 and lead_minutes <= 10080),
  constraint office_settings_line_slack_minutes_check check (line_slack_minutes >= 0 and line_slack_minutes <= 30),
  constraint office_settings_longer_minutes_check check (longer_minutes >= 5 and longer_minutes <= 60),
  constraint office_settings_mail_note_check check (length(mail_note) <= 500),
  constraint office_settings_mail_note_en_check check (length(mail_note_en) <= 500),
  constraint office_settings_online_counter_percent_check check (online_counter_percent >= 0 and online_counter_percent <= 90),
  constraint office_settings_online_freed_minutes_check check (online_freed_minutes >= 0 and online_freed_minutes <= 60),
  constraint office_settings_online_held_percent_check check (online_held_percent >= 1 and online_held_percent <= 100),
  constraint office_settings_online_horizon_days_check check (online_horizon_days >= 1 and online_horizon_days <= 180),
  constraint office_settings_online_lead_minutes_check check (online_lead_minutes >= 0 and online_lead_minutes <= 10080),
  constraint office_settings_online_limit_check check (online_limit >= 1 and online_limit <= 10),
  constraint office_settings_online_offer_minutes_check check (online_offer_minutes >= 10 and online_offer_minutes <= 240),
  constraint office_settings_online_partner_percent_check check (online_partner_percent >= 1 and online_partner_percent <= 100),
  constraint office_settings_online_release_time_check check (online_release_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  constraint office_settings_recall_minutes_check check (recall_minutes >= 1 and recall_minutes <= 15),
  constraint office_settings_reminder_time_check check (reminder_time ~ '^(0[7-9]|1[0-9]|2[01]):[0-5][0-9]$'),
  constraint office_settings_seats_check check (seats >= 1 and seats <= 500),
  constraint office_settings_office_id_fkey foreign key (office_id) references office(id) on delete cascade,
  constraint office_settings_usual_service_fkey foreign key (usual_service) references service(code)
);
alter table office_settings enable row level security, force row level security;
create policy definer on office_settings for select to visits_definer using (true);
create policy own_office on office_settings to public using (office_id = current_office()) with check (office_id = current_office());
create policy owner on office_settings to current_user using (true) with check (true);
create trigger before_settings before update on office_settings for each statement execute function office_before_settings();
create trigger follow after update on office_settings for each row when (((pg_trigger_depth() = 0) and (old.* is distinct from new.*))) execute function office_follow();
grant select, update on office_settings to visits_app;
grant select (office_id, evening_message, online_lead_minutes, online_horizon_days, online_release_time, online_limit, online_counter_percent, online_held_percent, online_partner_percent, online_offer_minutes, online_by_phone, tickets_at_entrance, reminder_time) on office_settings to visits_definer;

-- How often citizens may change the time of one appointment themselves
create table move_limit (
  is_only boolean not null default true,
  moves integer not null default 3,
  version integer not null default 1,
  changed_at timestamptz,
  changed_by integer,
  constraint move_limit_pkey primary key (is_only),
  constraint move_limit_is_only_check check (is_only),
  constraint move_limit_moves_check check (moves >= 1 and moves <= 20),
  constraint move_limit_changed_by_fkey foreign key (changed_by) references employee(id)
);
grant select, update on move_limit to visits_app;

-- Thrown away with the acts of its day: then nobody can try which network had a hash
create table network_key (
  date date not null,
  key bytea not null,
  constraint network_key_pkey primary key (date)
);
grant delete, insert, select on network_key to visits_app;

-- Of a day that is not counted yet; by their ids (version 7) in the order of time
create table network_act (
  id uuid not null,
  date date not null,
  network text not null,  -- Hash under the key of the day: an IPv4 address, or the part of an IPv6 one that its owner was given
  what text not null,
  place text,  -- Hash under the same key: the office and the first service of the visit
  constraint network_act_pkey primary key (id),
  constraint network_act_check check ((what = 'decoy') = (place is null)),
  constraint network_act_what_check check (what = any (array['booked', 'cancelled', 'decoy']))
);
create unique index network_act_decoy_key on network_act (date, network) where (what = 'decoy');
grant delete, insert, select on network_act to visits_app;

-- Of all offices together; kept for 60 days
create table network_day (
  date date not null,
  bookings integer not null,  -- All that were made online by citizens' own browsers
  networks integer not null,  -- That booked, cancelled and booked again as whoever sells appointments does
  network_bookings integer not null,  -- Bookings of these networks
  programs integer not null,  -- Networks from which a time was pressed that only programs find
  constraint network_day_pkey primary key (date),
  constraint network_day_bookings_check check (bookings >= 0),
  constraint network_day_network_bookings_check check (network_bookings >= 0),
  constraint network_day_networks_check check (networks >= 0),
  constraint network_day_programs_check check (programs >= 0)
);
grant delete, insert, select on network_day to visits_app;

-- One try of a browser to be shown by a wallet who it is: for five minutes, and until that browser takes it
create table wallet_try (
  id_hash bytea not null,  -- Of what the wallet is told: with it comes what opens sealed_key, and nobody else has that
  browser_hash bytea not null,
  begun_at timestamptz not null,
  client_id text not null,  -- Under which the wallet was asked: its answer names it, also after a certificate was renewed
  nonce text not null,
  encryption_key jsonb not null,  -- The public half, of this try alone
  sealed_key bytea not null,
  failures smallint not null default 0,
  outcome text,
  reason text,
  code_hash bytea,  -- Of what the wallet brings the browser back with
  person jsonb,
  constraint wallet_try_pkey primary key (id_hash),
  constraint wallet_try_failures_check check (failures >= 0 and failures <= 3),
  constraint wallet_try_outcome_check check (outcome = any (array['shown', 'refused', 'failed'])),
  constraint wallet_try_person_check check ((person is not null) = (not outcome is distinct from 'shown'))
);
create index wallet_try_by_begun_at on wallet_try (begun_at);
create index wallet_try_by_code on wallet_try (code_hash) where (code_hash is not null);
grant delete, insert, select, update on wallet_try to visits_app;

-- A form that may go on at another device, for five minutes: that one has a key of its own then, and this one none
create table form_move (
  token_hash bytea not null,
  form_hash bytea not null,  -- Of the key under which it lies: with another key it moves no more
  until timestamptz not null,
  constraint form_move_pkey primary key (token_hash)
);
create index form_move_by_until on form_move (until);
grant delete, insert, select, update on form_move to visits_app;

-- Who issues identities for wallets, and which of those are revoked: as they were fetched last, signed by others
create table wallet_list (
  address text not null,
  kind text not null,
  wanted_at timestamptz not null,  -- When an identity named it last
  body text,
  fetched_at timestamptz,
  refresh_at timestamptz,
  until timestamptz,  -- By its own word; then nothing is read from it any more
  constraint wallet_list_pkey primary key (address),
  constraint wallet_list_fetched_check check (num_nulls(body, fetched_at, refresh_at, until) = any (array[0, 4])),
  constraint wallet_list_kind_check check (kind = any (array['trust', 'status']))
);
grant delete, insert, select, update on wallet_list to visits_app;

create view visits_check.appointment as
 select office.code as office,
    appointment.queue,
    appointment.starts_at,
    appointment.ends_at,
    appointment.status,
    appointment.live,
    appointment.channel,
    appointment.reference,
    appointment.kept_by
   from appointment
     join office on office.id = appointment.office_id;

create view visits_check.capacity with (security_invoker=true) as
 select office.code as office,
    day_capacity.date,
    day_capacity.open_minutes,
    day_capacity.booked_minutes,
    day_capacity.served_minutes,
    day_capacity.overtime_minutes,
    day_capacity.counters,
    day_capacity.tickets,
    day_access.third_free_days
   from day_capacity
     join office on office.id = day_capacity.office_id
     left join day_access using (office_id, date);

create view visits_check.closed as
 select office.code as office,
    exception.queue,
    exception.starts_at,
    exception.ends_at
   from exception
     join office on office.id = exception.office_id
  where exception.kind = 'closed'
union all
 select office.code as office,
    null::smallint as queue,
    closure.starts_at,
    closure.ends_at
   from closure
     join office on closure.region is null or closure.region = office.region
union all
 select office.code as office,
    null::smallint as queue,
    ((holiday.date + make_interval(mins => holiday.closed_from_minute::integer)) at time zone 'Europe/Athens') as starts_at,
    ((holiday.date + 1)::timestamp at time zone 'Europe/Athens') as ends_at
   from holiday
     cross join office;

create view visits_check.completeness with (security_invoker=true) as
 select office.code as office,
    day_completeness.date,
    day_completeness.visits,
    day_completeness.complete,
    day_completeness.from_paper,
    day_completeness.suspect,
    day_completeness.unresolved
   from day_completeness
     join office on office.id = day_completeness.office_id;

create view visits_check.minutes with (security_invoker=true) as
 select office.code as office,
    day_measure.date,
    by_half_hour.half_hour::integer as half_hour,
    day_measure.measure,
    day_measure.class,
    by_value.value::integer as value,
    by_value.count::integer as count
   from day_measure
     join office on office.id = day_measure.office_id
     cross join lateral json_each(day_measure.half_hours) by_half_hour(half_hour, counts)
     cross join lateral json_each_text(by_half_hour.counts) by_value(value, count);

create view visits_check.outcomes with (security_invoker=true) as
 select office.code as office,
    day_outcome.date,
    by_group.key as service_group,
    by_outcome.key as outcome,
    by_outcome.value::integer as count
   from day_outcome
     join office on office.id = day_outcome.office_id
     cross join lateral json_each(day_outcome.outcomes) by_group(key, value)
     cross join lateral json_each_text(by_group.value) by_outcome(key, value);

create view visits_check.promises with (security_invoker=true) as
 select office.code as office,
    day_promise.date,
    day_promise.place,
    day_promise.is_said,
    day_promise.within,
    day_promise.shorter,
    day_promise.longer,
    day_promise.unknown
   from day_promise
     join office on office.id = day_promise.office_id;

create view visits_check.service_minutes with (security_invoker=true) as
 select office.code as office,
    day_service.date,
    day_service.service,
    by_value.value::integer as value,
    by_value.count::integer as count
   from day_service
     join office on office.id = day_service.office_id
     cross join lateral json_each_text(day_service.minutes) by_value(value, count);

-- Called by public
create function are_hours_exceptions(lines text)
 returns boolean
 language sql
 immutable parallel safe
as $function$
  select char_length(lines) <= 15000 and not exists (
      select from regexp_split_to_table(lines, '\n') as line
      where line !~ '^\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?(\|(closed|\d\d:\d\d-\d\d:\d\d( \d\d:\d\d-\d\d:\d\d)*)?){2}\|[^\n]{0,120}$'
        or line ~ '^[^|]*\|\|\|'
        or exists (
          select from unnest((string_to_array(line, '|'))[2:3]) as times
          where times not in ('', 'closed') and not is_week_of_hours('Mo ' || times)))
    and ascends(array(
      select mark.text from regexp_split_to_table(lines, '\n') with ordinality as line (text, n)
        cross join lateral (values (split_part(split_part(line.text, '|', 1), '/', 1) || ' begins', 1),
          (coalesce(nullif(split_part(split_part(line.text, '|', 1), '/', 2), ''), split_part(line.text, '|', 1)) || ' ends', 2)) as mark (text, n)
      order by line.n, mark.n))
$function$;

-- Called by public
create function ascends(marks text[])
 returns boolean
 language sql
 immutable parallel safe
as $function$
  select not exists (
    select from unnest(marks) with ordinality as mark (text, n)
    where n > 1 and mark.text collate "C" <= marks[n - 1] collate "C")
$function$;

-- Called by public
create function current_employee()
 returns integer
 language sql
 stable parallel safe
as $function$ select nullif(current_setting('visits.employee', true), '')::integer $function$;

-- Called by public
create function current_office()
 returns integer
 language sql
 stable parallel safe
as $function$ select nullif(current_setting('visits.office', true), '')::integer $function$;

-- Called by public
create function damm_digit(digits text)
 returns text
 language plpgsql
 immutable strict
as $function$
declare
  quasigroup constant text := '0317598642709215486342068713591750983426612304597836742095815869720134894536201794386172052581436790';
  interim integer := 0;
begin
  for i in 1..length(digits) loop
    interim := substr(quasigroup, interim * 10 + substr(digits, i, 1)::integer + 1, 1)::integer;
  end loop;
  return interim::text;
end $function$;

-- Called by public
create function follow_appointment_event()
 returns trigger
 language plpgsql
as $function$
begin
  insert into webhook_event (office_id, appointment_id, version, partner, kind, at, starts_at, status, transferred_to, trying_since, due_at)
  select new.office_id, new.appointment_id, new.version, partner.id,
    case new.kind when 'undone' then 'corrected' else new.kind end,
    new.at, appointment.starts_at, appointment.status, appointment.transferred_to, new.at, new.at
  from partner_visit as visit join partner on partner.id = visit.partner
    join appointment on appointment.office_id = visit.office_id and appointment.id = visit.appointment_id
  where visit.office_id = new.office_id and visit.appointment_id = new.appointment_id and webhook_url is not null;
  return null;
end $function$;

-- Called by visits_app, as visits_definer
create function follow_audit_entry()
 returns trigger
 language plpgsql
 security definer
 set search_path to 'pg_catalog', 'public', 'pg_temp'
as $function$
begin
  insert into audit_unsealed (office_id, entry_id, at) values (new.office_id, new.id, new.at);
  if new.appointments is not null then
    insert into audit_subject (office_id, appointment_id, entry_id)
    select distinct new.office_id, one, new.id from unnest(new.appointments) as one;
  end if;
  return null;
end $function$;

-- Called by visits_app, as visits_definer
create function held_for_somebody()
 returns trigger
 language plpgsql
 security definer
 set search_path to 'pg_catalog', 'public', 'pg_temp'
as $function$
declare
  office integer;
  place uuid;
begin
  case tg_table_name
    when 'appointment' then office := new.office_id; place := new.id;
    when 'booking_form' then office := old.office_id; place := old.appointment_id;
    else office := old.place_office; place := old.hold;
  end case;
  if exists (select from appointment where office_id = office and id = place and status = 'held')
    and not exists (
      select from booking_form where office_id = office and appointment_id = place and held_until is not null)
    and not exists (select from earlier_offer where place_office = office and hold = place and outcome is null)
  then
    raise exception 'A place is held for nobody.' using errcode = 'check_violation', constraint = 'held_for_somebody';
  end if;
  return null;
end $function$;

-- Called by public
create function is_week_of_hours(week text)
 returns boolean
 language sql
 immutable parallel safe
as $function$
  select week ~ '^(Mo|Tu|We|Th|Fr|Sa|Su)( ([01]\d|2[0-4]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d)+(; (Mo|Tu|We|Th|Fr|Sa|Su)( ([01]\d|2[0-4]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d)+)*$'
    and week !~ '24:(0[1-9]|[1-5])' and week !~ '(Mo|Tu|We|Th|Fr|Sa|Su).*\1'
    and ascends(array(
      select array_position(array['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'], left(day.text, 2)) || mark.text[1]
      from regexp_split_to_table(week, '; ') with ordinality as day (text, n)
        cross join lateral regexp_matches(day.text, '\d\d:\d\d', 'g') with ordinality as mark (text, n)
      order by day.n, mark.n))
$function$;

-- Called by the owner
create procedure keep_to_office(in wanted regclass)
 language plpgsql
as $procedure$
begin
  execute format('alter table %s enable row level security, force row level security', wanted);
  execute format('create policy own_office on %s using (office_id = current_office()) with check (office_id = current_office())', wanted);
  -- FORCE binds the owner too, who migrates, backs up and checks: it is let in by name, the application never.
  execute format('create policy owner on %s to %I using (true) with check (true)', wanted, current_user);
end $procedure$;

-- Called by the owner
create procedure make_definer(in wanted regprocedure)
 language plpgsql
as $procedure$
begin
  execute format('alter function %s security definer set search_path = pg_catalog, public, pg_temp', wanted);
  execute format('revoke execute on function %s from public', wanted);
  execute format('grant execute on function %s to visits_app', wanted);
  -- PostgreSQL asks this of an owner who is no superuser: the new owner may create where the function stands.
  grant create on schema public to visits_definer;
  execute format('alter function %s owner to visits_definer', wanted);
  revoke create on schema public from visits_definer;
end $procedure$;

-- Called by visits_app, as visits_definer
create function new_reference()
 returns text
 language plpgsql
 security definer
 set search_path to 'pg_catalog', 'public', 'pg_temp'
as $function$
declare
  number bigint := nextval('reference_number');
  left_half bigint := number / 10000;
  right_half bigint := number % 10000;
  mixed bigint;
  key bigint;
  digits text;
begin
  for key in select k.key from reference_key as k order by round loop
    mixed := ((right_half + key) * 2654435761 % 4294967296) / 65536;
    mixed := (left_half + mixed) % 10000;
    left_half := right_half;
    right_half := mixed;
  end loop;
  digits := lpad((left_half * 10000 + right_half)::text, 8, '0');
  return digits || damm_digit(digits);
end $function$;

-- Called by public
create function office_before_settings()
 returns trigger
 language plpgsql
as $function$
begin
  -- The table before its row, as an update does: an import has locked all of it.
  lock table office in row exclusive mode;
  perform from office where id = current_office() for no key update;
  return null;
end $function$;

-- Called by public
create function office_follow()
 returns trigger
 language plpgsql
as $function$
begin
  update office set
    (evening_message, lead_minutes, earlier_minutes, common_minutes, longer_minutes, online_lead_minutes, online_horizon_days,
      online_release_time, online_limit, online_counter_percent, online_held_percent, online_partner_percent,
      online_offer_minutes, online_freed_minutes, online_by_phone, arrival_early_minutes, arrival_late_minutes,
      tickets_at_entrance, tickets_printed, line_slack_minutes, recall_minutes, seats, reminder_time, mail_note, mail_note_en,
      usual_service)
    = (new.evening_message, new.lead_minutes, new.earlier_minutes, new.common_minutes, new.longer_minutes,
      new.online_lead_minutes, new.online_horizon_days, new.online_release_time, new.online_limit, new.online_counter_percent,
      new.online_held_percent, new.online_partner_percent, new.online_offer_minutes, new.online_freed_minutes,
      new.online_by_phone, new.arrival_early_minutes, new.arrival_late_minutes, new.tickets_at_entrance, new.tickets_printed,
      new.line_slack_minutes, new.recall_minutes, new.seats, new.reminder_time, new.mail_note, new.mail_note_en,
      new.usual_service)
  where id = new.office_id;
  return null;
end $function$;

-- Called by public
create function office_settings_follow()
 returns trigger
 language plpgsql
as $function$
begin
  if tg_op = 'INSERT' then
    insert into office_settings (office_id) values (new.id);
  end if;
  update office_settings set
    (evening_message, lead_minutes, earlier_minutes, common_minutes, longer_minutes, online_lead_minutes, online_horizon_days,
      online_release_time, online_limit, online_counter_percent, online_held_percent, online_partner_percent,
      online_offer_minutes, online_freed_minutes, online_by_phone, arrival_early_minutes, arrival_late_minutes,
      tickets_at_entrance, tickets_printed, line_slack_minutes, recall_minutes, seats, reminder_time, mail_note, mail_note_en,
      usual_service)
    = (new.evening_message, new.lead_minutes, new.earlier_minutes, new.common_minutes, new.longer_minutes,
      new.online_lead_minutes, new.online_horizon_days, new.online_release_time, new.online_limit, new.online_counter_percent,
      new.online_held_percent, new.online_partner_percent, new.online_offer_minutes, new.online_freed_minutes,
      new.online_by_phone, new.arrival_early_minutes, new.arrival_late_minutes, new.tickets_at_entrance, new.tickets_printed,
      new.line_slack_minutes, new.recall_minutes, new.seats, new.reminder_time, new.mail_note, new.mail_note_en,
      new.usual_service)
  where office_id = new.id;
  if not found then raise exception 'The settings of office % could not follow it', new.code; end if;
  return null;
end $function$;

-- In db/functions, each in the file of its name; of each its hash:
-- anonymize(integer, uuid[], timestamp with time zone), called by visits_definer, 4eaa8d8b0758b49a
-- anonymize_due(integer, timestamp with time zone, integer), called by visits_app, as visits_definer, 78dc6feb1b6e7622
-- audit_content(audit_entry), called by public, 1f7197d361ee7863
-- audit_ends(), called by visits_app, as visits_definer, 12d06f0409f2431a
-- audit_waiting(), called by visits_app, as visits_definer, e1cf98c02c7f3f37
-- closings(text, timestamp with time zone, timestamp with time zone), called by public, a7bca202ffe20283
-- companions_without(jsonb, jsonb[]), called by public, 9079c926c4727252
-- comparable_name(text, text), called by public, 724677dfcddac745
-- count_appointments(timestamp with time zone, timestamp with time zone), called by visits_app, as visits_definer, 5ef2db5ec2cda582
-- count_due(integer, timestamp with time zone, integer, integer), called by visits_app, as visits_definer, 7a68034f08399837
-- count_forms_of_party(text, text, timestamp with time zone), called by visits_app, as visits_definer, dde3597aa9149848
-- count_holds_of_person(bytea, bytea), called by visits_app, as visits_definer, f612210e80a0cfbe
-- count_in_time(text, timestamp with time zone, timestamp with time zone, timestamp with time zone, integer, integer), called by visits_app, as visits_definer, 2f2cb97be8d2f6f7
-- count_missed_word(text, text), called by visits_app, as visits_definer, 62775125a79a200d
-- count_of_service(text, timestamp with time zone, integer, integer), called by visits_app, as visits_definer, 7275b8a72b4942f5
-- count_online_people(bytea[], jsonb, timestamp with time zone), called by visits_app, as visits_definer, 050b6aa8b67307ce
-- count_online_visits(bytea[], timestamp with time zone), called by visits_app, as visits_definer, 341cf23072f590fd
-- count_public_booking(text, integer[], uuid), called by visits_app, as visits_definer, 467f8eb4e401e1c9
-- count_reopened(text, timestamp with time zone, timestamp with time zone, timestamp with time zone, uuid, date, integer, integer), called by visits_app, as visits_definer, 4e4cdf8d09fd13bb
-- count_undecided(text, timestamp with time zone, timestamp with time zone, uuid, integer, integer), called by visits_app, as visits_definer, 05c56c91b04b8887
-- count_wishes(), called by visits_app, as visits_definer, 4f3a228add9be893
-- domain_has_come(bytea), called by visits_app, as visits_definer, ea689fe7a2cff069
-- doubly_served(integer, date), called by visits_app, as visits_definer, 3ca75276a6e432c9
-- employee_of_afm(text), called by visits_app, as visits_definer, 521d0517b1e6bb22
-- first_free_days(date), called by visits_app, as visits_definer, e524e38b7d562f88
-- forget_answers(timestamp with time zone), called by visits_app, as visits_definer, 1fb7de326bab5431
-- forget_companions(integer, uuid, integer[], text[], timestamp with time zone, uuid), called by , ef712e738c9d8523
-- forget_line_keys(), called by visits_app, as visits_definer, 63eeb5dbc5477fc7
-- forget_missed(), called by visits_app, as visits_definer, 8bad1ff82ed21ade
-- forget_webhooks(timestamp with time zone), called by visits_app, as visits_definer, dcc8b6ccb07ba19a
-- form_of_key(bytea), called by visits_app, as visits_definer, 09034a29c4d08fc5
-- has_companion(jsonb, integer), called by public, 883098164a63131d
-- has_let_pass(integer, uuid), called by public, 51aeff4cb98283ba
-- holiday_defaults(integer), called by public, 4ebf971934df5599
-- in_vain_offices(date, date), called by visits_app, as visits_definer, 1903e861c5b86826
-- is_open_to_citizens(integer, text), called by public, c9ccafc6e2255e33
-- is_wished_for(integer, timestamp with time zone), called by visits_app, as visits_definer, 00f152f4a2385d5e
-- keep_directory_answer(boolean, timestamp with time zone), called by visits_app, as visits_definer, b89b7ddc10edd35a
-- keep_employee(text, text, text), called by visits_app, as visits_definer, 30e1154f8924d3f5
-- keep_missed_word(text, boolean), called by visits_app, as visits_definer, 8bc74907c73bbf4a
-- link_of_token(bytea), called by visits_app, as visits_definer, 89f0a4cdb6969d31
-- minute_of(timestamp with time zone), called by public, 179e17d71c8a4b11
-- missed_hash(text, text), called by public, 3dfd0068f934228f
-- missed_words(), called by visits_app, as visits_definer, a4aa6c396cff045e
-- name_without(text, text, jsonb[], text), called by public, 2f8ceb046e7babd5
-- needs_call(appointment, call), called by public, f422faef2947c673
-- office_of_form(bytea), called by visits_app, as visits_definer, 2b9684007009d494
-- office_of_partner_visit(uuid, uuid), called by visits_app, as visits_definer, 6c8ea4691a4af65c
-- office_of_reference(text), called by visits_app, as visits_definer, 6c309c38db7aff1e
-- offices_giving_numbers(), called by visits_app, as visits_definer, 83820357ec93c071
-- offices_open_to_citizens(text, date), called by visits_app, as visits_definer, 973c6db3fe99953a
-- offices_to_anonymize(timestamp with time zone), called by visits_app, as visits_definer, 9f6fd811176ccf6d
-- offices_to_look_ahead(timestamp with time zone), called by visits_app, as visits_definer, 5b1055670b0eb76e
-- offices_to_measure(timestamp with time zone), called by visits_app, as visits_definer, 6eb7d14b42316b05
-- offices_to_remind(timestamp with time zone), called by visits_app, as visits_definer, 06ae695f4d8a18b0
-- offices_to_sweep(uuid), called by visits_app, as visits_definer, aea1b9e4f95e4081
-- offices_with_earlier_places(timestamp with time zone), called by visits_app, as visits_definer, fcaca4f0f35fb2d4
-- offices_with_evening_message(), called by visits_app, as visits_definer, 406907f04a4e74f7
-- offices_with_holds_over(timestamp with time zone, timestamp with time zone), called by visits_app, as visits_definer, da27f68ac0991ae3
-- offices_with_mail(timestamp with time zone), called by visits_app, as visits_definer, 8efb7e93e0115b32
-- offices_with_own_minutes(), called by visits_app, as visits_definer, 5d7e57bf27b70502
-- offices_with_words_missing(), called by visits_app, as visits_definer, 6010a059bdbf63e7
-- offices_without_message(integer[], uuid[]), called by visits_app, as visits_definer, 10cfbc9a34ec5de6
-- onboarding_of_offices(), called by visits_app, as visits_definer, 49502c173e4751db
-- online_terms(integer), called by visits_app, as visits_definer, 79530b4d43c01c1c
-- open_session(bytea, integer, timestamp with time zone, timestamp with time zone, timestamp with time zone), called by visits_app, as visits_definer, 965dc13eff8a5232
-- orthodox_easter(integer), called by public, 04634e7c83066f5b
-- outbox_backlog(timestamp with time zone), called by visits_app, as visits_definer, f87a3ba31b88c7f4
-- own_afm(), called by visits_app, as visits_definer, 196bc45f1670917b
-- partner_visit_of_key(uuid, text), called by visits_app, as visits_definer, 31e7343894a24330
-- promises_of_months(date, date), called by visits_app, as visits_definer, 706b9e3b119b77f7
-- record_search(integer, integer, uuid, text, integer, uuid[], timestamp with time zone), called by public, 9713d00c7cb9d35a
-- replay_webhooks(uuid, timestamp with time zone, timestamp with time zone, timestamp with time zone, integer), called by visits_app, as visits_definer, 3896648707753a5e
-- rule_acts_of_offices(integer[], text[], timestamp with time zone, timestamp with time zone), called by visits_app, as visits_definer, 9c175217657d330e
-- screen_of_token(bytea), called by visits_app, as visits_definer, 598323ad0d1d41f7
-- seal_audit(integer), called by visits_app, as visits_definer, 1c911ff834ee9d7b
-- served_parts(integer, smallint, date), called by public, a6d556e5d5cef672
-- server_clock(), called by public, 33774a9b4267e625
-- services_of_visit(appointment), called by public, b508888ee9f84e19
-- settle_searches(timestamp with time zone), called by visits_app, as visits_definer, 1659b1337af4e4aa
-- sounds_of_names(text[]), called by visits_app, as visits_definer, d8e515e532c14972
-- stored_answers(integer, integer[], text[], text[]), called by public, 8ccea5f0828a4c60
-- sweep_progress(uuid[]), called by visits_app, as visits_definer, 6a730826a16e31be
-- take_webhooks(timestamp with time zone, integer, integer), called by visits_app, as visits_definer, 7718ea13b85ce9a0
-- taken_by_day(text, date, timestamp with time zone), called by visits_app, as visits_definer, a965d97f9b24df0e
-- visit_of_line_key(bytea), called by visits_app, as visits_definer, fd3a6b51301a81af
-- visits_check.open_parts(integer, smallint, date), called by public, 570b076f024ec9cf
-- visits_check.placed_at(integer, uuid), called by public, 91d8abdbe15f0d0d
-- visits_of_owner(bytea, timestamp with time zone, boolean, integer, integer), called by visits_app, as visits_definer, 282373e54c36301b
-- waits_of_offices(integer[], date, date), called by visits_app, as visits_definer, 68bca20ea1fbf4f9
-- webhooks_waiting(), called by visits_app, as visits_definer, 0586d89b269dcf7f
-- weeks_of_nation(date, date), called by visits_app, as visits_definer, aea8a1ec582bbf1a
-- weeks_of_offices(date, date), called by visits_app, as visits_definer, b5211cce86426ea6
-- wishers_for(integer, timestamp with time zone, integer, text, text[], timestamp with time zone, integer), called by visits_app, as visits_definer, d6c2d83666306e1a
-- wishes_of_person(bytea[], integer, uuid), called by visits_app, as visits_definer, 6db6ae8eb2b755c2
