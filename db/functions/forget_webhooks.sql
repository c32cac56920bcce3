-- Notices of what happened before then are not told again; at most a thousand at a time, and how many there were.
create or replace function forget_webhooks(before timestamptz) returns integer
language sql volatile as $$
  with gone as (
    delete from webhook_event where (office_id, appointment_id, version) in (
      select office_id, appointment_id, version from webhook_event where at <= before
      order by at limit 1000 for update skip locked)
    returning 1
  )
  select count(*)::integer from gone
$$;
call make_definer('forget_webhooks(timestamptz)');
