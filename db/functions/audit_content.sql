-- What of an entry is sealed, each column a line. JSON escapes the line's end, so that no two entries read alike.
-- src/audit/seal/verify.ts says the same in words of its own.
create or replace function audit_content(entry audit_entry) returns text language sql stable as $$
  select concat_ws(E'\n', entry.office_id, entry.id, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    coalesce(entry.employee_id::text, '-'), entry.act, entry.details, coalesce(entry.day::text, '-'),
    coalesce(array_to_string(entry.appointments, ' '), '-'))
$$;
