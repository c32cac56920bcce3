-- Writes a word down that five have used, or that it never will be: it sounds like a name or a place.
create or replace function keep_missed_word(missed text, may_be_shown boolean) returns void language sql volatile as $$
  with given as materialized (select missed_hash('month', missed) as hash)
  update missed_word set word = case when may_be_shown then missed end, is_refused = not may_be_shown
  from given
  where month = date_trunc('month', server_clock() at time zone 'Europe/Athens')::date
    and missed_word.hash = given.hash and askers >= 5 and word is null and not is_refused
$$;
call make_definer('keep_missed_word(text, boolean)');
