-- The tax number of the signed-in employee, the only one that the application reads.
create or replace function own_afm() returns text language sql stable as $$
  select afm from employee where id = current_employee()
$$;
call make_definer('own_afm()');
