-- Looked at apart from where they were added: offices and mail are written to meanwhile.
alter table office validate constraint office_online_offer_minutes_check;
alter table mail validate constraint mail_kind_check;
alter table mail validate constraint mail_letter_check;
