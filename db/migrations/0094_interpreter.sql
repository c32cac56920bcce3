-- That an interpreter is needed, and into which language; null: none is.
alter table appointment add column interpreter text;
alter table appointment
  add constraint appointment_interpreter_check check (interpreter ~ '^[a-z]{2,3}$') not valid,
  add constraint appointment_anonymous_interpreter_check check (anonymized_at is null or interpreter is null) not valid;
comment on column appointment.interpreter is 'The language that somebody interprets, by ISO 639; gss is Greek Sign Language; null: none is needed';
grant update (interpreter) on appointment to visits_app;
grant update (interpreter) on appointment to visits_definer;
