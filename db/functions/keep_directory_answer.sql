-- False when a later answer of the directory was stored meanwhile; otherwise the row stays locked until the end. Nobody has
-- asked later than it is by the server's clock: rights would be taken for fresh until then.
create or replace function keep_directory_answer(ministry boolean, asked_at timestamptz) returns boolean
language sql volatile as $$
  with asking as (select least(asked_at, server_clock()) as at), kept as (
    update employee set is_ministry = ministry, synced_at = asking.at from asking
    where id = current_employee() and (synced_at <= asking.at or synced_at > asking.at + interval '1 minute') returning 1)
  select exists (select from kept)
$$;
call make_definer('keep_directory_answer(boolean, timestamptz)');
