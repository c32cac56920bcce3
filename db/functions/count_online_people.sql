-- Of the appointments to come, in whichever offices, that were booked online by a person of these keys: to how many each of
-- these names comes, in the order of the names; and as 0 how many people come to all of them.
create or replace function count_online_people(keys bytea[], names jsonb, moment timestamptz)
returns table (person integer, number bigint) language sql stable as $$
  with visit as (
    select office_id, id, last_name, first_name, companions from appointment
    where live and ends_at > moment and (office_id, id) in (
      select online_person.office_id, appointment_id from online_person where key = any (keys))
  ), comes as (
    select id, comparable_name(last_name, first_name) as name from visit
    union all
    select id, comparable_name(each ->> 'lastName', each ->> 'firstName') from visit, jsonb_array_elements(companions) as each
  )
  select 0, count(*) from comes
  union all
  select place::integer, (
    select count(distinct id) from comes where name = comparable_name(given ->> 'lastName', given ->> 'firstName'))
  from jsonb_array_elements(names) with ordinality as wanted (given, place)
$$;
call make_definer('count_online_people(bytea[], jsonb, timestamptz)');
