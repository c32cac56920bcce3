-- The offices with a place that somebody may be offered who wishes for one, or with an offer whose time is over, or whose
-- appointment is not awaited any more, or with a wish without an appointment that is over, or was not confirmed for a day.
create or replace function offices_with_earlier_places(moment timestamptz) returns setof integer
language sql stable as $$
  select office_id from freed_place as freed where public_from > moment and is_wished_for(freed.office_id, moment)
  union
  select offer.office_id from earlier_offer as offer
    join appointment as visit on visit.office_id = offer.office_id and visit.id = offer.appointment_id
    left join earlier_wish as wish
      on wish.office_id = offer.office_id and wish.appointment_id = offer.appointment_id and wish.without_visit
  where outcome is null and (until <= moment or visit.status <> 'booked' and wish.office_id is null)
  union
  select wish.office_id from earlier_wish as wish
    join appointment as visit on visit.office_id = wish.office_id and visit.id = wish.appointment_id
  where wish.without_visit and (visit.starts_at <= moment or not wish.is_confirmed and wish.made_at <= moment - interval '1 day')
  order by 1
$$;
call make_definer('offices_with_earlier_places(timestamptz)');
