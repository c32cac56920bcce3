-- At which entrance a screen stands, by the hash of its key; nothing: there is no such screen, or no more.
create or replace function screen_of_token(wanted bytea)
returns table (office_id integer, id uuid)
language sql stable as $$
  select office_id, id from entrance_screen where token_hash = wanted
$$;
call make_definer('screen_of_token(bytea)');
