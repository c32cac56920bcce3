-- Appointments to come, in whichever offices, that were booked online by a person of these keys.
create or replace function count_online_visits(keys bytea[], moment timestamptz) returns bigint
language sql stable as $$
  select count(distinct id) from online_person as person
    join appointment on appointment.office_id = person.office_id and id = person.appointment_id
  where key = any (keys) and live and ends_at > moment
$$;
call make_definer('count_online_visits(bytea[], timestamptz)');
