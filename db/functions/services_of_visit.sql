-- What is done in a visit, in its order, and for whom: 0 is whom it was made for, the others come along.
create or replace function services_of_visit(visit appointment) returns table (person integer, at integer, code text)
language sql stable as $$
  select 0, 0, visit.service
  union all
  select 0, at::integer, code from unnest(visit.more_services) with ordinality as more (code, at)
  union all
  select person::integer, at::integer, code
  from jsonb_array_elements(visit.companions) with ordinality as one (companion, person),
    jsonb_array_elements_text(companion -> 'services') with ordinality as done (code, at)
$$;
