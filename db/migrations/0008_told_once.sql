-- Who is moved again before anybody has told her is told once: from what she knew to her newest place. Should that
-- second move be taken back, what had been planned before is planned again.

alter table mail add column replaces uuid;
comment on column mail.replaces is
  'The message planned before, which this one withdraws; withdrawn itself when nothing is left to tell, or by telephone';
create index mail_by_appointment on mail (office_id, appointment_id);
create index mail_by_cause on mail (office_id, cause);
alter table call add column replaces jsonb;
comment on column call.replaces is 'The row as it was before this change planned the call anew';
