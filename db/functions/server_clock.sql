-- The server's own clock. What runs with more rights than its caller judges by it what is due, whatever moment the caller
-- names; a caller's clock that is some seconds off does no harm.
create or replace function server_clock() returns timestamptz language sql stable parallel safe as
  $$ select statement_timestamp() $$;
