-- The offices whose hour has come to remind the citizens of the next day, and that have not done it.
create or replace function offices_to_remind(wanted timestamptz) returns setof integer
language sql stable as $$
  select id from office
  where reminder_time <= to_char(wanted at time zone 'Europe/Athens', 'HH24:MI') and not exists (
    select from reminded where office_id = id and date = (wanted at time zone 'Europe/Athens')::date + 1)
  order by id
$$;
call make_definer('offices_to_remind(timestamptz)');
