-- How an office gives its times to citizens, for whoever comes with its code before anything of the office is read. In PL/pgSQL, which
-- keeps the plan: of a definer's SQL it would be made anew at each call, which costs five times as much.
create or replace function online_terms(wanted_office integer) returns table (online_lead_minutes integer, online_horizon_days integer,
  online_release_time text, online_counter_percent integer, online_limit integer, online_held_percent integer,
  online_partner_percent integer, online_offer_minutes integer, online_by_phone boolean)
language plpgsql stable rows 1 as $$
#variable_conflict use_column
begin
  return query select online_lead_minutes, online_horizon_days, online_release_time, online_counter_percent, online_limit,
    online_held_percent, online_partner_percent, online_offer_minutes, online_by_phone
  from office_settings where office_id = wanted_office;
end $$;
call make_definer('online_terms(integer)');
