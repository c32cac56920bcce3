-- Looked at apart from where they were added: appointments are read and written meanwhile.
alter table appointment validate constraint appointment_interpretation_check;
alter table appointment validate constraint appointment_anonymous_interpretation_check;
