-- The offices of which a day has ended that was not measured yet.
create or replace function offices_to_measure(moment timestamptz) returns setof integer
language sql stable as $$
  select id from office left join measured_until on office_id = id
  where coalesce(date, '-infinity') < (moment at time zone 'Europe/Athens')::date - 1
  order by id
$$;
call make_definer('offices_to_measure(timestamptz)');
