-- What of an entry is sealed, each column a line. JSON escapes the line's end, so that no two entries read alike.
-- Nothing of it depends on a setting that a session may choose, such as DateStyle. src/audit/seal/verify.ts says the same in
-- words of its own.
create or replace function audit_content(entry audit_entry) returns text language sql stable as $$
  select concat_ws(E'\n', entry.office_id, entry.id, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    coalesce(entry.employee_id::text, '-'), entry.act, entry.details, coalesce(to_char(entry.day, 'YYYY-MM-DD'), '-'),
    coalesce(array_to_string(entry.appointments, ' '), '-'))
$$;
