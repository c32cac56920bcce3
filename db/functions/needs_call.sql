-- An appointment that stands again where its citizen was told that it does needs no call about it. Whom a letter did not
-- reach is called about a cancellation too; where it went to another office, that one writes and calls.
create or replace function needs_call(visit appointment, wanted call) returns boolean
language sql stable set search_path = public as $$
  select visit.transferred_to is null and (wanted.why = 'undelivered' or visit.live and not (wanted.why = 'moved' and wanted.outcome <> 'agreed' and visit.starts_at =
    ((wanted.before ->> 'date')::date + (wanted.before ->> 'time')::time) at time zone 'Europe/Athens'))
$$;
