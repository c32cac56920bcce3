-- What became of what was said of waiting, by office and month, for open data: counts alone, and of what was said.
create or replace function promises_of_months(first date, last date)
returns table (office_id integer, month date, is_of_number boolean, within bigint, shorter bigint, longer bigint, unknown bigint)
language sql stable as $$
  select office_id, date_trunc('month', date)::date, place not like 'usual-%', sum(within), sum(shorter), sum(longer), sum(unknown)
  from day_promise where is_said and date >= first and date < last group by 1, 2, 3
$$;
comment on function promises_of_months is
  'Told to people with numbers, or else by the hours on the page of the office; the last day is not included';
call make_definer('promises_of_months(date, date)');
