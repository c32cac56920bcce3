-- Who waits is called to the counter, which is an event: the status stays, so that it is still known since when they wait. Who
-- came and went away before being served has left, and keeps the place, as who did not come.
alter table appointment
  add column called_at timestamptz,
  drop constraint appointment_status_check,
  add constraint appointment_status_check check (status = any (array['held', 'booked', 'arrived', 'in-service', 'served', 'no-show', 'left', 'cancelled', 'expired'])) not valid;
comment on column appointment.called_at is 'When the citizen who waits was last called to the counter';
alter table appointment_event
  drop constraint appointment_event_kind_check,
  add constraint appointment_event_kind_check check (kind = any (array['booked', 'changed', 'moved', 'kept', 'transferred', 'cancelled', 'arrived', 'called', 'service-started', 'completed', 'no-show', 'left', 'undone'])) not valid;
