-- Where the form of a browser's key lies; where that is the key before, since when it has another one. Nothing: it has none.
create or replace function form_of_key(wanted bytea)
returns table (office_id integer, renewed_at timestamptz, is_former boolean)
language sql stable as $$
  select form.office_id, key_renewed_at, former_hash is not distinct from wanted from booking_form as form
  where form.token_hash = wanted or former_hash = wanted
  order by former_hash is not distinct from wanted desc, seen_at desc limit 1
$$;
call make_definer('form_of_key(bytea)');
