-- All that a partner was told, or should have been, of what happened between these moments (half-open) is told once more; how
-- many notices that are. More than the most are none: it is asked for in parts.
create or replace function replay_webhooks(
  wanted_partner uuid, since timestamptz, until timestamptz, moment timestamptz, most integer)
returns integer
language plpgsql volatile as $$
declare
  found integer;
begin
  select count(*) into found from (
    select from webhook_event where partner = wanted_partner and at >= since and at < until limit most + 1) as counted;
  if found > most then return found; end if;
  update webhook_event set state = 'planned', trying_since = moment, due_at = moment, taken_until = null, attempts = 0
  where partner = wanted_partner and at >= since and at < until;
  return found;
end $$;
call make_definer('replay_webhooks(uuid, timestamptz, timestamptz, timestamptz, integer)');
