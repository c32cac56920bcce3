-- Beside letters to the citizens of appointments the outbox carries other messages. Which kinds of them there are the program
-- says: one that does not know a kind leaves such a message to those that do.
-- The release before asks for messages by their appointments, and so finds none of these.
-- squawk-ignore ban-drop-not-null
alter table mail alter column appointment_id drop not null;
alter table mail
  drop constraint mail_kind_check,
  add constraint mail_kind_check check ((kind in ('confirmed', 'changed', 'moved', 'cancelled', 'reminder', 'confirm-link',
    'manage-link', 'earlier-offer', 'address-link')) = (appointment_id is not null)) not valid,
  add constraint mail_letter_only_check check (appointment_id is not null or num_nonnulls(cause, replaces, letter, told) = 0) not valid;
comment on column mail.appointment_id is 'Whose citizen has this letter; null: a message of another kind';
comment on column mail.kind is 'Of a letter what made it be planned, and what it becomes is the letter; else how it is written';
comment on column mail.details is 'What it says: of a letter, besides the appointment itself, [before, after] of what moved; of another message all';

-- What is of no appointment is not made anonymous with one: it is deleted after the same time.
grant select (id, planned_at), delete on mail to visits_definer;
create policy definer_deletes on mail for delete to visits_definer using (appointment_id is null);
