-- The wishes without an appointment, in whichever offices, that stand under one of these marks of a person, or whose offer was
-- this place.
create or replace function wishes_of_person(keys bytea[], place_office integer, place uuid)
returns table (office_id integer, visit uuid, is_of_place boolean)
language sql stable as $$
  select wish.office_id, wish.appointment_id, bool_or(found.by_place)
  from (
    select person.office_id, person.appointment_id, false as by_place from online_person as person where key = any (keys)
    union all
    select offer.office_id, offer.appointment_id, true from earlier_offer as offer
    where offer.place_office = wishes_of_person.place_office and hold = place
  ) as found join earlier_wish as wish using (office_id, appointment_id)
  where wish.without_visit and wish.is_confirmed
  group by 1, 2 order by 1, 2
$$;
call make_definer('wishes_of_person(bytea[], integer, uuid)');
