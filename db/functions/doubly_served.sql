-- «Ένας υπάλληλος εξυπηρετεί μια ουρά» (circular §Γ), also in two offices: employees of the wanted office are looked for in
-- all of them, for which the application itself has no eyes. On each date counts the employee of that date, and when the queue
-- serves by its office's rules; what the ministry closes would hide a week that stands for many.
create or replace function doubly_served(wanted_office integer, since date)
returns table (employee_id integer, date date, office_a integer, a smallint, office_b integer, b smallint)
language sql stable set plan_cache_mode = force_custom_plan as $$
  with staff as (
    select queue.employee_id from queue where office_id = wanted_office and not is_archived
    union select substitute.employee_id from queue_substitute as substitute
    where office_id = wanted_office and substitute.date >= since
  ), post as (
    select office_id, number as queue, queue.employee_id from queue
    where not is_archived and queue.employee_id is not null
      and (wanted_office is null or queue.employee_id in (select staff.employee_id from staff))
    union
    select office_id, queue, substitute.employee_id from queue_substitute as substitute
    where substitute.date >= since
      and (wanted_office is null or substitute.employee_id in (select staff.employee_id from staff))
  ), several as (
    select office_id, queue, post.employee_id from post
    where post.employee_id in (select more.employee_id from post as more group by 1 having count(*) > 1)
  ), rule as (
    select lower(valid) as first, upper(valid) as next from queue_hours
    where (office_id, queue) in (select office_id, queue from several)
    union select lower(valid), upper(valid) from queue_activity
    where (office_id, queue) in (select office_id, queue from several)
    union select substitute.date, substitute.date + 1 from queue_substitute as substitute
    where (office_id, queue) in (select office_id, queue from several)
    union select (starts_at at time zone 'Europe/Athens')::date, (ends_at at time zone 'Europe/Athens')::date + 1 from exception
    where office_id in (select office_id from several) and ends_at > since::timestamp at time zone 'Europe/Athens'
  ), day as (
    -- Where no rule begins or ends, each week is as the one before: one after each such date tells of all.
    select distinct edge.date + step as date
    from (select since as date union select first from rule union select next from rule) as edge, generate_series(0, 6) as step
    where edge.date >= since
  ), serving as (
    select several.office_id, several.queue, several.employee_id, day.date, served.parts
    from several cross join day join queue on queue.office_id = several.office_id and queue.number = several.queue
      cross join lateral served_parts(several.office_id, several.queue, day.date) as served
    where several.employee_id = coalesce((
        select substitute.employee_id from queue_substitute as substitute where substitute.office_id = several.office_id
          and substitute.queue = several.queue and substitute.date = day.date), queue.employee_id)
  )
  select one.employee_id, one.date, one.office_id, one.queue, other.office_id, other.queue
  from serving as one join serving as other on other.employee_id = one.employee_id and other.date = one.date
    and (one.office_id, one.queue) < (other.office_id, other.queue) and one.parts && other.parts
  where wanted_office is null or wanted_office in (one.office_id, other.office_id)
$$;
comment on function doubly_served is
  'Who would serve two queues at once, one of them in the wanted office; null: of all offices';
call make_definer('doubly_served(integer, date)');
