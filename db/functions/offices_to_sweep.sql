-- The offices that a sweep has yet to reach.
create or replace function offices_to_sweep(wanted uuid) returns setof integer
language sql stable as $$
  select office.id from sweep join office on sweep.region is null or sweep.region = office.region
  where sweep.id = wanted
    and not exists (select from sweep_office where office_id = office.id and sweep_office.sweep = wanted)
  order by office.id
$$;
call make_definer('offices_to_sweep(uuid)');
