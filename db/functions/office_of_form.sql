-- The office in which the form of a browser lies, by the hash of its cookie; null: there is none.
create or replace function office_of_form(wanted bytea) returns integer
language sql stable as $$
  select office_id from booking_form where token_hash = wanted order by seen_at desc limit 1
$$;
call make_definer('office_of_form(bytea)');
