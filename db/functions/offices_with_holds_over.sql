-- The offices in which a citizen's form holds a time no more, or has not been seen for so long that it is thrown away.
create or replace function offices_with_holds_over(moment timestamptz, seen_before timestamptz) returns setof integer
language sql stable as $$
  select distinct office_id from booking_form where held_until <= moment or seen_at <= seen_before order by office_id
$$;
call make_definer('offices_with_holds_over(timestamptz, timestamptz)');
