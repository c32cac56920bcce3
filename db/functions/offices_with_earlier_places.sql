-- The offices with a place that somebody may be offered who wishes for an earlier one, or with an offer whose time is over, or
-- whose appointment is not awaited any more.
create or replace function offices_with_earlier_places(moment timestamptz) returns setof integer
language sql stable as $$
  select office_id from freed_place as freed where public_from > moment and is_wished_for(freed.office_id, moment)
  union
  select offer.office_id from earlier_offer as offer
    join appointment as visit on visit.office_id = offer.office_id and visit.id = offer.appointment_id
  where outcome is null and (until <= moment or visit.status <> 'booked')
  order by 1
$$;
call make_definer('offices_with_earlier_places(timestamptz)');
