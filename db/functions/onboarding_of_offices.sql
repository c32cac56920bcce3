-- How far each office is on its way into the platform: what was done, never by whom.
create or replace function onboarding_of_offices()
returns table (office integer, steps text[], begun_at timestamptz, version integer, submitted_at timestamptz)
language sql stable as $$
  select office.id, coalesce(done.steps, '{}'), done.begun_at, coalesce(questionnaire.version, 0), questionnaire.submitted_at
  from office
    left join (
      select office_id, array_agg(step) as steps, min(at) as begun_at from onboarding_step group by office_id
    ) as done on done.office_id = office.id
    left join questionnaire on questionnaire.office_id = office.id
$$;
call make_definer('onboarding_of_offices()');
