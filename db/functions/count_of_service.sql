-- Over all offices the coming appointments of a service are too many for one statement while the disk is cold: by parts.
create or replace function count_of_service(wanted_service text, now timestamptz, beyond integer, most integer)
returns table (offices bigint, concerned bigint, appointments bigint, last_office integer)
language sql stable set plan_cache_mode = force_custom_plan as $$
  select count(*) filter (where follows), count(*) filter (where follows and coming > 0),
    coalesce(sum(coming) filter (where follows), 0)::bigint, max(part.id)
  from (select id from office where id > beyond order by id limit most) as part
  cross join lateral (select not exists (select from office_service as own
    where own.office_id = part.id and own.service = wanted_service
      and (not is_offered or minutes is not null)) as follows) as rule
  cross join lateral (
    select count(*) as coming from appointment
    where follows and office_id = part.id and starts_at > now and service = wanted_service and live) as standing
$$;
comment on function count_of_service is
  'Of the offices after the one whose id is beyond, at most so many; last_office is null when there is none';
call make_definer('count_of_service(text, timestamptz, integer, integer)');
