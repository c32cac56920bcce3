-- Of the offices that have such appointments: those in a closed time that stand there and were not kept knowingly.
create or replace function count_undecided(
  wanted_region text, first timestamptz, last timestamptz, beyond integer, most integer)
returns table (offices bigint, concerned bigint, appointments bigint, last_office integer)
language sql stable set plan_cache_mode = force_custom_plan as $$
  select count(*), count(*) filter (where standing > 0), coalesce(sum(standing), 0)::bigint, max(part.id)
  from (select id from office where id > beyond and (wanted_region is null or region = wanted_region)
    order by id limit most) as part
  cross join lateral (
    select count(*) as standing from appointment
    where office_id = part.id and starts_at >= first - interval '1 day' and starts_at < last
      and ends_at > first and live and kept_by is null) as own
$$;
comment on function count_undecided is 'Parts as in count_of_service';
call make_definer('count_undecided(text, timestamptz, timestamptz, integer, integer)');
