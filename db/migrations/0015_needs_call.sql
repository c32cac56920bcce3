-- Who stands again where she was told that she does needs no call about it.
create function needs_call(visit appointment, wanted call) returns boolean
language sql stable set search_path = public as $$
  select visit.live and not (wanted.why = 'moved' and wanted.outcome <> 'agreed' and visit.starts_at =
    ((wanted.before ->> 'date')::date + (wanted.before ->> 'time')::time) at time zone 'Europe/Athens')
$$;
