-- The offices of which it was not noted since then when they have their first free time.
create or replace function offices_to_look_ahead(noted_before timestamptz) returns setof integer
language sql stable as $$
  select id from office left join first_free on office_id = id
  where coalesce(noted_at, '-infinity') <= noted_before
  order by noted_at nulls first, id
$$;
call make_definer('offices_to_look_ahead(timestamptz)');
