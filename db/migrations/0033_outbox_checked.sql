-- Beside writers: this holds nobody up.
alter table mail validate constraint mail_letter_check;
alter table mail validate constraint mail_kind_check;
alter table mail validate constraint mail_state_check;
alter table office validate constraint office_reminder_time_check;
alter table office validate constraint office_mail_note_check;
alter table office validate constraint office_mail_note_en_check;
alter table call validate constraint call_why_check;
