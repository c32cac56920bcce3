-- What became of what was said of waiting, by office and month, for open data: counts alone, and of what was said.
create or replace function promises_of_months(first date, last date)
returns table (office_id integer, month date, place text, within bigint, shorter bigint, longer bigint, unknown bigint)
language sql stable as $$
  select office_id, date_trunc('month', date)::date, place, sum(within), sum(shorter), sum(longer), sum(unknown)
  from day_promise where is_said and date >= first and date < last group by 1, 2, 3
$$;
comment on function promises_of_months is 'The last day is not included';
call make_definer('promises_of_months(date, date)');
