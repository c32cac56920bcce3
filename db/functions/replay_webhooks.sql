-- All that a partner was told, or should have been, of what happened between these moments (half-open) is told once more; how
-- many notices that are. More than the most are none: it is asked for in parts. From a moment on that is past by the server's
-- clock, and not before it happened: otherwise they would be never told, or given up at once.
create or replace function replay_webhooks(
  wanted_partner uuid, since timestamptz, until timestamptz, moment timestamptz, most integer)
returns integer
language plpgsql volatile as $$
declare
  now_at constant timestamptz := least(moment, server_clock());
  at_once constant integer := least(most, 10000);
  found integer;
begin
  select count(*) into found from (
    select from webhook_event where partner = wanted_partner and at >= since and at < until limit at_once + 1) as counted;
  if found > at_once then return found; end if;
  update webhook_event set state = 'planned', trying_since = greatest(at, now_at), due_at = greatest(at, now_at),
    taken_until = null, attempts = 0
  where partner = wanted_partner and at >= since and at < until;
  return found;
end $$;
call make_definer('replay_webhooks(uuid, timestamptz, timestamptz, timestamptz, integer)');
