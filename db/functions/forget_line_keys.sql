-- Keys of places in a line are of their day alone: when it is over they are erased. Answers how many.
create or replace function forget_line_keys() returns bigint language sql volatile as $$
  with gone as (
    delete from line_key where date < (server_clock() at time zone 'Europe/Athens')::date returning 1
  )
  select count(*) from gone
$$;
call make_definer('forget_line_keys()');
