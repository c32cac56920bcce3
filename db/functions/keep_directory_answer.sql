-- False when a later answer of the directory was stored meanwhile; otherwise the row stays locked until the end.
create or replace function keep_directory_answer(ministry boolean, asked_at timestamptz) returns boolean
language sql volatile as $$
  with kept as (
    update employee set is_ministry = ministry, synced_at = asked_at
    where id = current_employee() and (synced_at <= asked_at or synced_at > asked_at + interval '1 minute') returning 1)
  select exists (select from kept)
$$;
call make_definer('keep_directory_answer(boolean, timestamptz)');
