-- A row is planned in the transaction of what it tells of; the sender (src/mail) decides what there is to say by then.
alter table mail
  add column due_at timestamptz not null default now(),
  add column letter text,
  add column told json,
  add column attempts smallint not null default 0,
  add column settled_at timestamptz,
  add column reason text,
  add column answer text,
  add constraint mail_letter_check
    check (letter in ('confirmation', 'change', 'apology', 'cancellation', 'reminder')) not valid,
  drop constraint mail_kind_check,
  add constraint mail_kind_check check (kind in ('confirmed', 'changed', 'moved', 'cancelled', 'reminder')) not valid,
  drop constraint mail_state_check,
  add constraint mail_state_check
    check (state in ('planned', 'sending', 'sent', 'refused', 'expired', 'withdrawn')) not valid;
alter table mail alter column due_at drop default;
comment on column mail.kind is 'What made it be planned; what it becomes is the letter';
comment on column mail.due_at is 'When it may be sent or tried again; while it is being sent, when its sender is taken for dead';
comment on column mail.told is 'Date, time, service and whether it is live, as the letter says; null: nothing was said yet';
comment on column mail.settled_at is 'When it was sent, refused, given up or withdrawn';
comment on column mail.reason is 'Why it did not arrive';
comment on column mail.answer is 'What the mail server said of it';
-- Until now a message was only planned where a change of rules moved somebody: the table is small.
-- squawk-ignore require-concurrent-index-creation
create index mail_due on mail (office_id, due_at) where state in ('planned', 'sending');
-- squawk-ignore require-concurrent-index-creation
create index mail_lost on mail (office_id, appointment_id) where state in ('refused', 'expired');
-- Most messages have no change of rules behind them any more.
-- squawk-ignore require-concurrent-index-deletion
drop index mail_by_cause;
-- squawk-ignore require-concurrent-index-creation
create index mail_by_cause on mail (office_id, cause) where cause is not null;
create policy definer on mail for select to visits_definer using (true);
grant select (office_id, state, due_at) on mail to visits_definer;

alter table office
  add column reminder_time text not null default '17:00',
  add column mail_note text,
  add column mail_note_en text,
  add constraint office_reminder_time_check check (reminder_time ~ '^(0[7-9]|1[0-9]|2[01]):[0-5][0-9]$') not valid,
  add constraint office_mail_note_check check (length(mail_note) <= 500) not valid,
  add constraint office_mail_note_en_check check (length(mail_note_en) <= 500) not valid;
comment on column office.reminder_time is 'The day before, when citizens with an e-mail are reminded';
comment on column office.mail_note is 'Closes each letter of the office in Greek';
grant select (reminder_time) on office to visits_definer;

create table reminded (
  office_id integer not null,
  date date not null,
  primary key (office_id, date),
  foreign key (office_id) references office (id)
);
comment on table reminded is 'The dates of which the citizens of an office have their reminders planned';
call keep_to_office('reminded');
grant select, insert on reminded to visits_app;
create policy definer on reminded for select to visits_definer using (true);
grant select on reminded to visits_definer;

-- Whom a letter did not reach is called: no change of rules is the cause.
alter table call
  -- squawk-ignore ban-drop-not-null
  alter column cause drop not null,
  drop constraint call_why_check,
  add constraint call_why_check check (why in ('moved', 'kept', 'undelivered')) not valid;
