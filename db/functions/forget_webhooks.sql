-- Notices of what happened before then, and thirty days ago by the server's clock, are not told again, but for those that wait
-- while their partner is paused; at most a thousand at a time, and how many there were, as the nation's audit says too.
create or replace function forget_webhooks(before timestamptz) returns integer
language sql volatile as $$
  with gone as (
    delete from webhook_event where (office_id, appointment_id, version) in (
      select office_id, appointment_id, version from webhook_event
      where at <= least(before, server_clock() - interval '30 days')
        and not (state = 'planned' and exists (select from partner where id = webhook_event.partner and paused_at is not null))
      order by at limit 1000 for update skip locked)
    returning 1
  ), counted as (
    select count(*)::integer as notices from gone
  ), entry as (
    insert into audit_entry (office_id, id, at, act, details)
    select 0, gen_random_uuid(), server_clock(), 'notices-forgotten', jsonb_build_object('rows', notices)
    from counted where notices > 0
  )
  select notices from counted
$$;
call make_definer('forget_webhooks(timestamptz)');
