-- The offices in which something may be due, by what was reached when they were last looked through.
create or replace function offices_to_anonymize(moment timestamptz) returns setof integer
language sql stable as $$
  select id from office left join anonymized_until on office_id = id
  where coalesce(date, '-infinity') < (moment at time zone 'Europe/Athens')::date - (select days from retention)
  order by id
$$;
call make_definer('offices_to_anonymize(timestamptz)');
