-- Whether somebody was found to interpret at a visit: unknown, everybody asks again, or nobody does.
alter table appointment add column interpretation text;
alter table appointment
  add constraint appointment_interpretation_check check (interpretation in ('confirmed', 'remote', 'not-found')) not valid,
  add constraint appointment_anonymous_interpretation_check check (anonymized_at is null or interpretation is null) not valid;
comment on column appointment.interpretation is 'What the office knows of whoever is to interpret at this time; null: nothing yet';
grant update (interpretation) on appointment to visits_app;
grant update (interpretation) on appointment to visits_definer;
