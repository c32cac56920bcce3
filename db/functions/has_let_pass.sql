-- Whether somebody neither took nor refused any of the last three places that they were offered; taken and not confirmed counts
-- as let pass.
create or replace function has_let_pass(wanted_office integer, wanted uuid) returns boolean
language sql stable as $$
  select count(*) filter (where outcome in ('lapsed', 'accepted')) = 3
  from (
    select outcome from earlier_offer where office_id = wanted_office and appointment_id = wanted
    order by made_at desc limit 3) as latest
$$;
