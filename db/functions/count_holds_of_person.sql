-- How many places one person holds while filling in, in whichever offices; without that of one form.
create or replace function count_holds_of_person(person bytea, but_for bytea) returns bigint
language sql stable as $$
  select count(*) from booking_form where person_key = person and held_until is not null and token_hash is distinct from but_for
$$;
call make_definer('count_holds_of_person(bytea, bytea)');
