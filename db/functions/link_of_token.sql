-- Where a citizen's link leads, by the hash of its token; nothing: there is no such link.
create or replace function link_of_token(wanted bytea)
returns table (office_id integer, appointment_id uuid, kind text, address_hash bytea)
language sql stable as $$
  select office_id, appointment_id, kind, address_hash from appointment_link where token_hash = wanted
$$;
call make_definer('link_of_token(bytea)');
