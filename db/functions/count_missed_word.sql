-- One asker more for a word that no service has: the same one counts once a day, and for thirty words at most. Answers how many
-- they are when the word may now be looked at, else null: it is rare still, or it was decided.
create or replace function count_missed_word(missed text, asker text) returns integer language plpgsql volatile as $$
declare
  this_day date := (server_clock() at time zone 'Europe/Athens')::date;
  this_month date := date_trunc('month', this_day)::date;
  of_word bytea := missed_hash('month', missed);
  of_asker bytea := missed_hash('day', asker);
  answer integer;
begin
  if (select count(*) from missed_asker where day = this_day and asker_hash = of_asker) >= 30 then
    return null;
  end if;
  insert into missed_asker (day, word_hash, asker_hash) values (this_day, of_word, of_asker) on conflict do nothing;
  if not found then
    return null;
  end if;
  insert into missed_word as word (month, hash, askers) values (this_month, of_word, 1)
  on conflict (month, hash) do update set askers = word.askers + 1
  returning case when askers >= 5 and word.word is null and not is_refused then askers end into answer;
  return answer;
end $$;
call make_definer('count_missed_word(text, text)');
