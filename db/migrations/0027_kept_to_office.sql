-- The block that closes a table of offices to other offices, once, for migrations to come.
create procedure keep_to_office(wanted regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security, force row level security', wanted);
  execute format('create policy own_office on %s using (office_id = current_office()) with check (office_id = current_office())', wanted);
  -- FORCE binds the owner too, who migrates, backs up and checks: it is let in by name, the application never.
  execute format('create policy owner on %s to %I using (true) with check (true)', wanted, current_user);
end $$;
comment on procedure keep_to_office is 'Row-level security of a table of offices; its migration calls it';
revoke execute on procedure keep_to_office from public;
