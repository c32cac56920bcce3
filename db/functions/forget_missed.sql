-- What was needed to count the words of a day or a month is erased when it is over: the keys, who asked, and whatever too few
-- have used; a month later the rest. Answers how many rows.
create or replace function forget_missed() returns bigint language sql volatile as $$
  with today as (
    select (server_clock() at time zone 'Europe/Athens')::date as day
  ), askers as (
    delete from missed_asker using today where missed_asker.day < today.day returning 1
  ), words as (
    delete from missed_word using today
    where month < date_trunc('month', today.day) - case when word is null then interval '0' else interval '1 month' end
    returning 1
  ), keys as (
    delete from missed_key using today where begins < date_trunc(kind, today.day) returning 1
  )
  select (select count(*) from askers) + (select count(*) from words) + (select count(*) from keys)
$$;
call make_definer('forget_missed()');
