-- Whether somebody has come, to whichever office, who had booked with an e-mail of this domain.
create or replace function domain_has_come(domain bytea) returns boolean
language sql stable as $$
  select exists (
    select from online_person as person
      join appointment on appointment.office_id = person.office_id and id = person.appointment_id
    where key = domain and status = 'served')
$$;
call make_definer('domain_has_come(bytea)');
