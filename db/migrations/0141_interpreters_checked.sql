-- Looked at apart from where they were added: settings are read and written meanwhile.
alter table office validate constraint office_sign_language_days_check;
alter table office validate constraint office_interpreter_languages_check;
alter table office validate constraint office_interpreter_days_check;
