-- Whose place in which office's line a key opens, by its hash; nothing: there is no such key, or no more.
create or replace function visit_of_line_key(wanted bytea)
returns table (office_id integer, date date, visit uuid)
language sql stable as $$
  select office_id, date, visit from line_key where hash = wanted
$$;
call make_definer('visit_of_line_key(bytea)');
