-- Of the application, which may not read tax numbers: the employee whom the sign-in or the directory has named.
create or replace function employee_of_afm(wanted text)
returns table (id integer, last_name text, first_name text, is_ministry boolean, synced_at timestamptz)
language sql stable as $$
  select id, last_name, first_name, is_ministry, synced_at from employee where afm = wanted
$$;
call make_definer('employee_of_afm(text)');
