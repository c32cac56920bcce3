-- The offices whose hour has come to remind the citizens of the next day, and that have not done it.
create or replace function offices_to_remind(wanted timestamptz) returns setof integer
language sql stable as $$
  select office_id from office_settings as settings
  where reminder_time <= to_char(wanted at time zone 'Europe/Athens', 'HH24:MI') and not exists (
    select from reminded
    where reminded.office_id = settings.office_id and date = (wanted at time zone 'Europe/Athens')::date + 1)
  order by office_id
$$;
call make_definer('offices_to_remind(timestamptz)');
