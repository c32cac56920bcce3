-- Whether anybody, of whichever office, would come to this one earlier than they have to.
create or replace function is_wished_for(wanted_office integer) returns boolean
language sql stable as $$
  select exists (select from earlier_wish where offices @> array[wanted_office])
$$;
call make_definer('is_wished_for(integer)');
