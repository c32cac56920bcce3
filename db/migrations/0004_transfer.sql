-- An appointment that goes to another office of the same employee: here it ends, there it begins anew.

alter table appointment add column transferred_to text references office (code);
comment on column appointment.transferred_to is 'The office that it was given to when it ended here';

alter table appointment_event drop constraint appointment_event_kind_check;
alter table appointment_event add constraint appointment_event_kind_check check (kind in
  ('booked', 'changed', 'moved', 'transferred', 'cancelled', 'arrived', 'service-started', 'completed', 'no-show', 'undone'));
