-- Whether anybody, of whichever office, would still come to this one: earlier than they have to, or without an appointment.
create or replace function is_wished_for(wanted_office integer, moment timestamptz) returns boolean
language sql stable as $$
  select exists (
    select from earlier_wish as wish
      join appointment as visit on visit.office_id = wish.office_id and visit.id = wish.appointment_id
    where wish.offices @> array[wanted_office] and (visit.status = 'booked' or wish.without_visit and wish.is_confirmed)
      and visit.starts_at > moment)
$$;
call make_definer('is_wished_for(integer, timestamptz)');
