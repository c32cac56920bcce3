-- Of the country, a region or the named offices those, with their public queues, to which nothing but this row opens
-- booking.
create or replace function count_public_booking(wanted_region text, wanted_offices integer[], row_id uuid)
returns table (offices bigint, queues bigint)
language sql stable as $$
  select count(*), coalesce(sum(own.queues), 0)::bigint
  from office cross join lateral (
    select count(*) as queues from queue
    where queue.office_id = office.id and is_public and is_active and not is_archived
  ) as own
  where (wanted_region is null or office.region = wanted_region)
    and (wanted_offices is null or office.id = any (wanted_offices))
    and not exists (
      select from public_booking as other
      where other.id is distinct from row_id and case when other.offices is null
        then other.region is null or other.region = office.region else office.id = any (other.offices) end)
$$;
call make_definer('count_public_booking(text, integer[], uuid)');
