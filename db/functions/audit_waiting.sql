-- Since when the oldest entry of all offices waits for its seal; null: none waits.
create or replace function audit_waiting() returns timestamptz language sql stable as $$
  select min(at) from audit_unsealed
$$;
call make_definer('audit_waiting()');
