-- What a history tells of the name of whoever came first: empty where it was one of these, and is not the one that stands there now.
create or replace function name_without(told text, part text, names jsonb[], stands text) returns text language sql immutable as $$
  select case when told <> stands and exists (select from unnest(names) as name where name ->> part = told) then '' else told end
$$;
