-- How far sweeps have come. Offices that a sweep has yet to reach are counted only while it runs.
create or replace function sweep_progress(wanted uuid[])
returns table (sweep uuid, offices bigint, done bigint, concerned bigint, appointments bigint)
language sql stable as $$
  select id, done + case when done_at is null then (select count(*) from offices_to_sweep(id)) else 0 end,
    done, concerned, appointments
  from sweep cross join lateral (
    select count(*) as done, count(*) filter (where sweep_office.appointments > 0) as concerned,
      coalesce(sum(sweep_office.appointments), 0)::bigint as appointments
    from sweep_office where sweep_office.sweep = sweep.id) as been
  where id = any (wanted)
$$;
call make_definer('sweep_progress(uuid[])');
