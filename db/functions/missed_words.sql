-- Those that five have used, of this month and the last, the most frequent first.
create or replace function missed_words() returns table (word text, askers bigint) language sql stable as $$
  select word, sum(askers) from missed_word where word is not null group by word order by sum(askers) desc, word limit 200
$$;
call make_definer('missed_words()');
