-- By partner, how many notices have not arrived yet.
create or replace function webhooks_waiting() returns table (partner uuid, waiting integer)
language sql stable as $$
  select partner, count(*)::integer from webhook_event where state = 'planned' group by partner
$$;
call make_definer('webhooks_waiting()');
