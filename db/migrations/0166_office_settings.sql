-- What an office decides for itself, in a row of its own, which the office's transactions alone read and write. What all offices'
-- directory says of it (name, place, address, hours, entrance, interpreters) stays with office.
create table office_settings (
  office_id integer primary key references office on delete cascade,
  evening_message boolean not null default false,
  lead_minutes integer not null default 30 check (lead_minutes between 0 and 10080),
  earlier_minutes integer not null default 30 check (earlier_minutes between 0 and 1440),
  common_minutes integer not null default 0 check (common_minutes between 0 and 30),
  longer_minutes integer not null default 10 check (longer_minutes between 5 and 60),
  online_lead_minutes integer not null default 60 check (online_lead_minutes between 0 and 10080),
  online_horizon_days integer not null default 30 check (online_horizon_days between 1 and 180),
  online_release_time text check (online_release_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  online_limit integer not null default 2 check (online_limit between 1 and 10),
  online_counter_percent integer not null default 20 check (online_counter_percent between 0 and 90),
  online_held_percent integer not null default 5 check (online_held_percent between 1 and 100),
  online_partner_percent integer not null default 30 check (online_partner_percent between 1 and 100),
  online_offer_minutes integer not null default 60 check (online_offer_minutes between 10 and 240),
  online_freed_minutes integer not null default 5 check (online_freed_minutes between 0 and 60),
  online_by_phone boolean not null default false,
  arrival_early_minutes integer not null default 30 check (arrival_early_minutes between 0 and 480),
  arrival_late_minutes integer not null default 15 check (arrival_late_minutes between 0 and 480),
  tickets_at_entrance boolean not null default false,
  tickets_printed boolean not null default false,
  line_slack_minutes integer not null default 15 check (line_slack_minutes between 0 and 30),
  recall_minutes integer not null default 3 check (recall_minutes between 1 and 15),
  seats integer check (seats between 1 and 500),
  reminder_time text not null default '17:00' check (reminder_time ~ '^(0[7-9]|1[0-9]|2[01]):[0-5][0-9]$'),
  mail_note text check (length(mail_note) <= 500),
  mail_note_en text check (length(mail_note_en) <= 500),
  usual_service text references service
);
comment on table office_settings is 'What an office decides for itself: a row for each';
comment on column office_settings.evening_message is 'At 20:00 its e-mail gets the next day''s number of appointments by queue';
comment on column office_settings.lead_minutes is 'How far from now the first time offered by telephone lies; a preselection, never a limit for staff';
comment on column office_settings.earlier_minutes is 'By so many minutes at most a proposal moves an appointment earlier by itself; whom nobody can tell never';
comment on column office_settings.common_minutes is 'Of several services in one visit so many minutes happen once, whatever the number';
comment on column office_settings.longer_minutes is 'So many minutes more are given to whoever needs longer time';
comment on column office_settings.online_lead_minutes is 'Citizens book no time that begins sooner';
comment on column office_settings.online_horizon_days is 'Citizens book so many days ahead at most';
comment on column office_settings.online_release_time is 'When the last of these days opens; null: each time of it as the clock reaches that';
comment on column office_settings.online_limit is 'Appointments to come that one person may have booked online, in all offices together';
comment on column office_settings.online_counter_percent is 'Of each day''s public places this share is not given away online';
comment on column office_settings.online_held_percent is 'Of a day''s public places so many are held at most for citizens who are still filling in';
comment on column office_settings.online_partner_percent is 'Of a day''s public places so many at most go to one accredited system';
comment on column office_settings.online_offer_minutes is 'So long an earlier place is held for whoever wished for one';
comment on column office_settings.online_freed_minutes is 'So many minutes later at most citizens are offered a place that was given up; 0: at once';
comment on column office_settings.online_by_phone is 'Citizens without e-mail and without codes of the government book by their telephone number alone';
comment on column office_settings.arrival_early_minutes is 'So long before their time citizens can say at the entrance that they have come';
comment on column office_settings.arrival_late_minutes is 'And so long after it; whoever comes later is seen to at the counter';
comment on column office_settings.tickets_at_entrance is 'Its screens at the entrance give numbers to who comes without an appointment';
comment on column office_settings.tickets_printed is 'And print them';
comment on column office_settings.line_slack_minutes is 'A number counts as an appointment so many minutes after it was given';
comment on column office_settings.recall_minutes is 'Who does not come to the counter is called again so many minutes later';
comment on column office_settings.seats is 'For those who wait; null: nobody has said';
comment on column office_settings.reminder_time is 'The day before, when citizens with an e-mail are reminded';
comment on column office_settings.mail_note is 'Closes each letter of the office in Greek';
comment on column office_settings.mail_note_en is 'Closes each letter of the office in English';
comment on column office_settings.usual_service is 'What people mostly come for, as somebody there said: forms begin with it; null: nobody has';
call keep_to_office('office_settings');
grant select, update on office_settings to visits_app;
create policy definer on office_settings for select to visits_definer using (true);
grant select (office_id, evening_message, online_lead_minutes, online_horizon_days, online_release_time, online_limit,
  online_counter_percent, online_held_percent, online_partner_percent, online_offer_minutes, online_by_phone,
  tickets_at_entrance, reminder_time) on office_settings to visits_definer;

-- The release before reads and writes the same columns of office: until it is gone, what is written on one side is on the other
-- as soon as the statement ends. They go with the next release, and these three functions with their triggers.
create function office_settings_follow() returns trigger language plpgsql as $$
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
end $$;
comment on function office_settings_follow is 'What the release before writes into office';

create function office_follow() returns trigger language plpgsql as $$
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
end $$;
comment on function office_follow is 'What the release before reads of office';

create function office_before_settings() returns trigger language plpgsql as $$
begin
  -- The table before its row, as an update does: an import has locked all of it.
  lock table office in row exclusive mode;
  perform from office where id = current_office() for no key update;
  return null;
end $$;
comment on function office_before_settings is 'Both sides are locked in one order, the office first: two writers wait for each other, and never in a ring';

create trigger before_settings before update on office_settings for each statement execute function office_before_settings();
create trigger follow after update on office_settings for each row
  when (pg_trigger_depth() = 0 and old.* is distinct from new.*) execute function office_follow();
create trigger settings_follow_new after insert on office for each row execute function office_settings_follow();
create trigger settings_follow after update on office for each row
  when (pg_trigger_depth() = 0 and
    (old.evening_message, old.lead_minutes, old.earlier_minutes, old.common_minutes, old.longer_minutes,
      old.online_lead_minutes, old.online_horizon_days, old.online_release_time, old.online_limit, old.online_counter_percent,
      old.online_held_percent, old.online_partner_percent, old.online_offer_minutes, old.online_freed_minutes,
      old.online_by_phone, old.arrival_early_minutes, old.arrival_late_minutes, old.tickets_at_entrance, old.tickets_printed,
      old.line_slack_minutes, old.recall_minutes, old.seats, old.reminder_time, old.mail_note, old.mail_note_en,
      old.usual_service)
    is distinct from
    (new.evening_message, new.lead_minutes, new.earlier_minutes, new.common_minutes, new.longer_minutes,
      new.online_lead_minutes, new.online_horizon_days, new.online_release_time, new.online_limit, new.online_counter_percent,
      new.online_held_percent, new.online_partner_percent, new.online_offer_minutes, new.online_freed_minutes,
      new.online_by_phone, new.arrival_early_minutes, new.arrival_late_minutes, new.tickets_at_entrance, new.tickets_printed,
      new.line_slack_minutes, new.recall_minutes, new.seats, new.reminder_time, new.mail_note, new.mail_note_en,
      new.usual_service))
  execute function office_settings_follow();

-- From here on nobody writes an office until this is committed.
insert into office_settings
  select id, evening_message, lead_minutes, earlier_minutes, common_minutes, longer_minutes, online_lead_minutes,
    online_horizon_days, online_release_time, online_limit, online_counter_percent, online_held_percent,
    online_partner_percent, online_offer_minutes, online_freed_minutes, online_by_phone, arrival_early_minutes,
    arrival_late_minutes, tickets_at_entrance, tickets_printed, line_slack_minutes, recall_minutes, seats, reminder_time,
    mail_note, mail_note_en, usual_service
  from office;
