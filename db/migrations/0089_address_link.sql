-- Another e-mail of an appointment counts once its owner has pressed the link of a letter that went there.
alter table mail
  drop constraint mail_kind_check,
  add constraint mail_kind_check check (kind = any (array[
    'confirmed', 'changed', 'moved', 'cancelled', 'reminder', 'confirm-link', 'manage-link', 'earlier-offer', 'address-link'])) not valid,
  drop constraint mail_letter_check,
  add constraint mail_letter_check check (letter = any (array[
    'confirmation', 'change', 'apology', 'cancellation', 'reminder', 'confirm-link', 'manage-link', 'earlier-offer', 'address-link'])) not valid;
alter table appointment_link
  drop constraint appointment_link_kind_check,
  add constraint appointment_link_kind_check check (kind = any (array['confirm', 'manage', 'address'])) not valid;
