-- How an office joins the platform (circular, at its end): four actions, each noticed as an administrator of the office
-- does it, and then a questionnaire, once.
create table onboarding_step (
  office_id integer not null references office,
  step text not null constraint onboarding_step_step_check check (step in (
    'signed-in', 'appointment-viewed', 'appointment-added', 'day-printed', 'queues-viewed', 'queue-added')),
  employee_id integer not null references employee,
  at timestamptz not null,
  primary key (office_id, step)
);
comment on table onboarding_step is 'The half or whole of an action, as it was done first';
call keep_to_office('onboarding_step');
create policy definer on onboarding_step for select to visits_definer using (true);
grant select, insert on onboarding_step to visits_app;
grant select (office_id, step, at) on onboarding_step to visits_definer;

create table questionnaire (
  office_id integer primary key references office,
  version integer not null default 0,
  answers jsonb not null default '{}',
  questions jsonb,
  submitted_at timestamptz,
  submitted_by integer references employee,
  reset_at timestamptz,
  reset_reason text,
  constraint questionnaire_submitted_check check (
    (submitted_at is null) = (questions is null) and (submitted_at is null) = (submitted_by is null)),
  constraint questionnaire_reset_check check (
    (reset_at is null) = (reset_reason is null) and length(reset_reason) between 1 and 200)
);
comment on column questionnaire.answers is 'A draft until they are submitted';
comment on column questionnaire.reset_at is 'When the ministry let the office answer once more, the last time';
comment on column questionnaire.questions is 'As they were when they were answered, whatever is asked later';
call keep_to_office('questionnaire');
create policy definer on questionnaire for select to visits_definer using (true);
grant select, insert, update on questionnaire to visits_app;
grant select (office_id, version, submitted_at) on questionnaire to visits_definer;

-- What the ministry has put in the place of the questions of the repository (src/onboarding/questions.json).
create table question_set (
  version integer primary key,
  questions jsonb not null,
  added_at timestamptz not null,
  added_by integer not null references employee
);
grant select, insert on question_set to visits_app;
