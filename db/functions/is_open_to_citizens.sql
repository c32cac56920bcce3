-- Whether the ministry has opened booking to citizens in an office, by its id and region.
create or replace function is_open_to_citizens(wanted_office integer, wanted_region text) returns boolean
language sql stable as $$
  select exists (
    select from public_booking
    where case when offices is null then region is null or region = wanted_region else wanted_office = any (offices) end)
$$;
