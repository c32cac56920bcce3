-- What a partner has booked by a request of that key; nothing: no such request was carried out.
create or replace function partner_visit_of_key(wanted_partner uuid, wanted text)
returns table (office_id integer, appointment_id uuid, request_hash bytea)
language sql stable as $$
  select office_id, appointment_id, request_hash from partner_visit
  where partner = wanted_partner and request_key = wanted
$$;
call make_definer('partner_visit_of_key(uuid, text)');
