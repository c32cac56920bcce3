-- How many appointments a period of so many days would make anonymous at once, over all offices; in parts, each after the
-- office whose id is beyond.
create or replace function count_due(wanted_days integer, moment timestamptz, beyond integer, most integer)
returns table (offices bigint, concerned bigint, appointments bigint, last_office integer)
language sql stable set plan_cache_mode = force_custom_plan as $$
  select count(*), count(*) filter (where due > 0), coalesce(sum(due), 0)::bigint, max(part.id)
  from (select id, coalesce(date, '-infinity') as since from office left join anonymized_until on office_id = id
    where id > beyond order by id limit most) as part
  cross join lateral (
    select count(*) as due from appointment
    where office_id = part.id and starts_at >= part.since::timestamp at time zone 'Europe/Athens'
      and starts_at < ((moment at time zone 'Europe/Athens')::date - wanted_days)::timestamp at time zone 'Europe/Athens'
      and anonymized_at is null) as own
$$;
call make_definer('count_due(integer, timestamptz, integer, integer)');
