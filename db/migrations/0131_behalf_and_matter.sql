-- In whose place somebody comes, by which it is known what they bring; and of another service what it is for.
alter table appointment add column behalf text, add column matter text;
alter table appointment
  add constraint appointment_behalf_check check (behalf in ('minor', 'proxy')) not valid,
  add constraint appointment_matter_check check (length(matter) between 1 and 120) not valid,
  add constraint appointment_anonymous_behalf_check check (anonymized_at is null or (behalf is null and matter is null)) not valid;
comment on column appointment.behalf is 'minor: a parent comes for their child; proxy: somebody with an authorisation; null: who it is for';
comment on column appointment.matter is 'Of another service than those of the catalogue: what for';
grant update (behalf, matter) on appointment to visits_app;
grant update (behalf, matter) on appointment to visits_definer;
