-- Whether somebody with a name comes along at this place of the list, counted from 0.
create or replace function has_companion(companions jsonb, place integer) returns boolean language sql immutable as $$
  select concat(companions -> place ->> 'lastName', companions -> place ->> 'firstName') <> ''
$$;
