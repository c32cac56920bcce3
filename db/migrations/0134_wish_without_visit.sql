-- Whoever has no appointment may wish for a time that becomes free, too. Such a wish has a row of `appointment` that holds no
-- place and is nobody's visit: it is `expired` from the beginning, and stands at the end of the wish's last day.
alter table earlier_wish
  add column without_visit boolean not null default false,
  add column is_confirmed boolean not null default true,
  add column first_day date;
alter table earlier_wish
  add constraint earlier_wish_confirmed_check check (is_confirmed or without_visit) not valid;
comment on column earlier_wish.without_visit is 'They have no appointment: its row stands for the wish alone, and holds nothing';
comment on column earlier_wish.is_confirmed is 'The owner of the mailbox has said so, by the link of a letter; until then it counts for nothing';
comment on column earlier_wish.first_day is 'No place before that day; null: as soon as there is one';

alter table booking_form add column is_offered boolean not null default false;
comment on column booking_form.is_offered is 'Its place was offered to whoever wished for one: given back, it goes to the next of them';

-- Who ends a wish is known by their mailbox no longer.
grant delete on online_person to visits_app;

alter table mail
  drop constraint mail_kind_check,
  add constraint mail_kind_check check ((kind = any (array[
    'confirmed', 'changed', 'moved', 'cancelled', 'reminder', 'confirm-link', 'manage-link', 'earlier-offer', 'address-link',
    'wish-link', 'wish-offer'])) = (appointment_id is not null)) not valid,
  drop constraint mail_letter_check,
  add constraint mail_letter_check check (letter = any (array[
    'confirmation', 'change', 'apology', 'cancellation', 'reminder', 'confirm-link', 'manage-link', 'earlier-offer', 'address-link',
    'wish-link', 'wish-offer'])) not valid;
alter table appointment_link
  drop constraint appointment_link_kind_check,
  add constraint appointment_link_kind_check check (kind = any (array['confirm', 'manage', 'address', 'wish'])) not valid;
