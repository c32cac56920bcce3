-- How many appointments of all offices begin in a time, and how many of them are served already. Office by office, each by
-- the index of its own.
create or replace function count_appointments(wanted_from timestamptz, wanted_to timestamptz)
returns table (appointments bigint, served bigint)
language sql stable as $$
  select coalesce(sum(own.appointments), 0)::bigint, coalesce(sum(own.served), 0)::bigint
  from office cross join lateral (
    select count(*) filter (where live) as appointments, count(*) filter (where status = 'served') as served
    from appointment
    where appointment.office_id = office.id and starts_at >= wanted_from and starts_at < wanted_to
  ) as own
$$;
call make_definer('count_appointments(timestamptz, timestamptz)');
