-- Beside writers: this holds nobody up (0048).
alter table mail validate constraint mail_kind_check;
alter table mail validate constraint mail_letter_check;
