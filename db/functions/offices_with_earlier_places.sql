-- The offices with a place that somebody may be offered who wishes for an earlier one, or with an offer whose time is over.
create or replace function offices_with_earlier_places(moment timestamptz) returns setof integer
language sql stable as $$
  select office_id from freed_place as freed
  where public_from > moment and exists (select from earlier_wish as wish where offices @> array[freed.office_id])
  union
  select office_id from earlier_offer where outcome is null and until <= moment
  order by 1
$$;
call make_definer('offices_with_earlier_places(timestamptz)');
