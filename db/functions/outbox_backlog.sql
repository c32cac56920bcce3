-- What waits to be sent, over all offices, and since when the oldest of what is due by then has been due.
create or replace function outbox_backlog(wanted timestamptz, out waiting integer, out due_since timestamptz)
language sql stable as $$
  select count(*)::integer, min(due_at) filter (where due_at <= wanted) from mail where state in ('planned', 'sending')
$$;
call make_definer('outbox_backlog(timestamptz)');
