-- Companions, those of these names without a name: of [{lastName, firstName}].
create or replace function companions_without(companions jsonb, names jsonb[]) returns jsonb language sql immutable as $$
  select coalesce(jsonb_agg(case when each - 'services' = any (names) then each || '{"lastName": "", "firstName": ""}' else each end
    order by nr), '[]')
  from jsonb_array_elements(companions) with ordinality as companion (each, nr)
$$;
