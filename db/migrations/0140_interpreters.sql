-- Whether an office can have somebody there who interprets, into what, and how long before it has to know.
alter table office
  add column has_sign_language boolean,
  add column sign_language_days integer not null default 3,
  add column interpreter_languages text,
  add column interpreter_days integer not null default 3;
comment on column office.has_sign_language is 'Somebody who interprets Greek Sign Language can be there; null: nobody has said';
comment on column office.sign_language_days is 'So many working days before the visit the office has to know it';
comment on column office.interpreter_languages is 'Into which somebody can interpret there, by ISO 639 with commas between; null: nobody has said';
comment on column office.interpreter_days is 'So many working days before the visit the office has to know it';
alter table office
  add constraint office_sign_language_days_check check (sign_language_days between 0 and 30) not valid,
  add constraint office_interpreter_languages_check check (interpreter_languages ~ '^[a-z]{2}(,[a-z]{2})*$') not valid,
  add constraint office_interpreter_days_check check (interpreter_days between 0 and 30) not valid;
grant update (has_sign_language, sign_language_days, interpreter_languages, interpreter_days) on office to visits_app;
