-- The answers that are stored for acts which their callers may ask for again, by the places of the acts in the lists; of the others
-- there is no row. A running twin of each is waited for, and its answer is seen: each statement sees what was committed while the
-- one before it waited. As whoever asks, in the transaction's office alone.
create or replace function stored_answers(of_office integer, employees integer[], routes text[], keys text[])
returns table (act integer, request_hash bytea, status smallint, response jsonb, created_at timestamptz)
language plpgsql volatile as $$
begin
  for place in 1 .. cardinality(keys) loop
    perform pg_advisory_xact_lock(
      hashtextextended(of_office || ' ' || employees[place] || ' ' || routes[place] || ' ' || keys[place], 0));
    return query select place, stored.request_hash, stored.status, stored.response, stored.created_at
    from idempotency_key as stored
    where stored.office_id = of_office and stored.employee_id = employees[place] and stored.route = routes[place]
      and stored.key = keys[place];
  end loop;
end $$;
