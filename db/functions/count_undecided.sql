-- Of the offices that have such appointments: those in a closed time that stand there and were not kept knowingly, how many
-- of them nobody can reach, and in how many offices as many stand there as when the closure reached it.
create or replace function count_undecided(
  wanted_region text, first timestamptz, last timestamptz, of_sweep uuid, beyond integer, most integer)
returns table (
  offices bigint, concerned bigint, appointments bigint, unreachable bigint, untouched bigint, last_office integer)
language sql stable set plan_cache_mode = force_custom_plan as $$
  select count(*), count(*) filter (where standing > 0), coalesce(sum(standing), 0)::bigint,
    coalesce(sum(own.unreachable), 0)::bigint,
    count(*) filter (where standing > 0 and standing >= coalesce(reached.appointments, 0)), max(part.id)
  from (select id from office where id > beyond and (wanted_region is null or region = wanted_region)
    order by id limit most) as part
  left join sweep_office as reached on reached.office_id = part.id and reached.sweep = of_sweep
  cross join lateral (
    select count(*) as standing, count(*) filter (where num_nonnulls(phone, email) = 0) as unreachable from appointment
    where office_id = part.id and starts_at >= first - interval '1 day' and starts_at < last
      and ends_at > first and live and kept_by is null) as own
$$;
comment on function count_undecided is 'Parts as in count_of_service';
call make_definer('count_undecided(text, timestamptz, timestamptz, uuid, integer, integer)');
