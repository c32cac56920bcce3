-- When an appointment took the place that it has: by the rules of that moment it is judged (visits doctor). What was taken
-- back does not count; taking back does, but for what a change of rules had moved: that stands again where it stood before.
create or replace function visits_check.placed_at(wanted_office integer, wanted uuid) returns timestamptz
language sql stable set search_path = public as $$
  select max(at) from appointment_event as event
  where office_id = wanted_office and appointment_id = wanted
    and (kind in ('booked', 'transferred') or changes -> 'queue' is not null or changes -> 'starts_at' is not null
      or changes -> 'ends_at' is not null or changes -> 'status' ->> 0 = 'cancelled')
    and not exists (select from appointment_event as other where other.office_id = wanted_office
      and other.appointment_id = wanted
      and (other.undoes = event.version or other.version = event.undoes and other.cause is not null))
$$;
