-- Looked at apart from where they were added: mail is written to meanwhile.
alter table mail validate constraint mail_kind_check;
alter table mail validate constraint mail_letter_check;
alter table appointment_link validate constraint appointment_link_kind_check;
