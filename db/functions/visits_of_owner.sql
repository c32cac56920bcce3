-- A person's appointments in all offices, by the mark of a tax number: those still to come, the nearest first, or all others,
-- the latest first; with how many they are, and in how many offices.
create or replace function visits_of_owner(wanted bytea, moment timestamptz, are_ahead boolean, passed_over integer, most integer)
returns table (office_id integer, appointment_id uuid, starts_at timestamptz, visits bigint, offices bigint)
language sql stable as $$
  with own as materialized (
    select visit.office_id, visit.id, visit.starts_at from visit_owner as owner
      join appointment as visit on visit.office_id = owner.office_id and visit.id = owner.appointment_id
    where mark = wanted and (live and ends_at > moment) = are_ahead
  )
  select office_id, id, starts_at, (select count(*) from own), (select count(distinct office_id) from own) from own
  order by case when are_ahead then starts_at end, starts_at desc, id offset passed_over limit least(most, 50)
$$;
call make_definer('visits_of_owner(bytea, timestamptz, boolean, integer, integer)');
