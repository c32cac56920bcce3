-- Functions that run for the application judge by the server's clock what is due (db/functions), and those that look over all
-- offices answer with ids and numbers alone: what stands behind an id is read in its own office. An older program would put
-- back what believed its caller.
drop function if exists take_webhooks(timestamptz, timestamptz, integer, integer);
drop function if exists wishers_for(integer, timestamptz, integer, text, text[], timestamptz, integer);
revoke select (language) on appointment from visits_definer;
