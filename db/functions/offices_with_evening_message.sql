-- The offices that wish to hear each evening how many come the next day.
create or replace function offices_with_evening_message() returns setof integer
language sql stable as $$
  select office_id from office_settings where evening_message
$$;
call make_definer('offices_with_evening_message()');
