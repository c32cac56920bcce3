-- How many offices differ from the national catalogue, by service.
create or replace function offices_with_own_minutes() returns table (service text, offices bigint)
language sql stable as $$
  select service, count(*) from office_service where not is_offered or minutes is not null group by service
$$;
call make_definer('offices_with_own_minutes()');
