-- A person's appointments in all offices, by the mark of a tax number: those still to come, the nearest first, or all others,
-- the latest first; with how many they are, and in how many offices. In plpgsql, which plans it once for each connection.
create or replace function visits_of_owner(wanted bytea, moment timestamptz, are_ahead boolean, passed_over integer, most integer)
returns table (office_id integer, appointment_id uuid, starts_at timestamptz, visits bigint, offices bigint)
language plpgsql stable as $$
begin
  return query
  with own as materialized (
    select visit.office_id, visit.id, visit.starts_at from visit_owner as owner
      join appointment as visit on visit.office_id = owner.office_id and visit.id = owner.appointment_id
    where mark = wanted and (live and ends_at > moment) = are_ahead
  )
  select own.office_id, own.id, own.starts_at, (select count(*) from own), (select count(distinct each.office_id) from own as each)
  from own
  order by case when are_ahead then own.starts_at end, own.starts_at desc, own.id offset passed_over limit least(most, 50);
end $$;
call make_definer('visits_of_owner(bytea, timestamptz, boolean, integer, integer)');
