-- In which office a partner has booked an appointment of that id; null: in none.
create or replace function office_of_partner_visit(wanted_partner uuid, wanted uuid) returns integer
language sql stable as $$
  select office_id from partner_visit where partner = wanted_partner and appointment_id = wanted
$$;
call make_definer('office_of_partner_visit(uuid, uuid)');
