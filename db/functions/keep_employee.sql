-- Until the first sync the row says that the directory has never answered.
create or replace function keep_employee(given_afm text, given_last_name text, given_first_name text) returns integer
language sql volatile as $$
  insert into employee (afm, last_name, first_name, synced_at) values (given_afm, given_last_name, given_first_name, 'epoch')
  on conflict (afm) do update set last_name = excluded.last_name, first_name = excluded.first_name
  returning id
$$;
call make_definer('keep_employee(text, text, text)');
