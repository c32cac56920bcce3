-- The office that has the appointment of that reference; null: none has it. Each office's own index is asked.
create or replace function office_of_reference(wanted text) returns integer
language sql stable as $$
  select id from office where exists (
    select from appointment where appointment.office_id = office.id and reference = wanted)
$$;
call make_definer('office_of_reference(text)');
