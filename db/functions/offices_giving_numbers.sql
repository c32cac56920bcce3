-- The offices whose screens at the entrance give numbers to who comes without an appointment.
create or replace function offices_giving_numbers() returns setof integer
language sql stable as $$
  select office_id from office_settings where tickets_at_entrance
$$;
call make_definer('offices_giving_numbers()');
