-- Looked at apart from where they were added: appointments are written meanwhile.
alter table appointment validate constraint appointment_interpreter_check;
alter table appointment validate constraint appointment_anonymous_interpreter_check;
