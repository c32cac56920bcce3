-- Whom a new time does not suit is no longer noted as one who has not answered.
alter table call
  drop constraint call_outcome_check,
  add constraint call_outcome_check check (outcome = any (array['not-called', 'agreed', 'no-answer', 'declined'])) not valid;
