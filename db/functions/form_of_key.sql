-- Where the form of a browser's key lies, and its key by now; the one that it was renewed from comes first. Nothing: it has none.
create or replace function form_of_key(wanted bytea)
returns table (office_id integer, token_hash bytea, renewed_at timestamptz, is_former boolean)
language sql stable as $$
  select form.office_id, form.token_hash, key_renewed_at, former_hash is not distinct from wanted from booking_form as form
  where form.token_hash = wanted or former_hash = wanted
  order by former_hash is not distinct from wanted desc, seen_at desc limit 1
$$;
call make_definer('form_of_key(bytea)');
