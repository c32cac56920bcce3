-- Where a citizen's link leads, by the hash of its token; nothing: there is no such link, or whoever was signed in when a page
-- made it is so no more.
create or replace function link_of_token(wanted bytea)
returns table (office_id integer, appointment_id uuid, kind text, address_hash bytea, session bytea)
language sql stable as $$
  select office_id, appointment_id, kind, address_hash, link.session from appointment_link as link
  where token_hash = wanted and (link.session is null or exists (
    select from citizen_session as person where person.token_hash = link.session and until > server_clock()))
$$;
call make_definer('link_of_token(bytea)');
