-- Validated apart, so that nobody waits (0062).
alter table appointment validate constraint appointment_language_check;
