-- In all offices, for which the application itself has no eyes.
create or replace function offices_with_words_missing() returns setof integer
language sql stable as $$ select office_id from words_missing order by office_id $$;
call make_definer('offices_with_words_missing()');
