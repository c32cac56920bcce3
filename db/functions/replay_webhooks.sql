-- All that a partner was told, or should have been, of what happened since then is told once more; how many notices that are.
create or replace function replay_webhooks(wanted_partner uuid, since timestamptz, moment timestamptz) returns integer
language sql volatile as $$
  with again as (
    update webhook_event set state = 'planned', due_at = moment, taken_until = null, attempts = 0
    where partner = wanted_partner and at >= since returning 1
  )
  select count(*)::integer from again
$$;
call make_definer('replay_webhooks(uuid, timestamptz, timestamptz)');
