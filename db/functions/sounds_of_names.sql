-- How many offices have had a visitor with a name that sounds so. Asked of a word that five have used, before it is written down.
create or replace function sounds_of_names(sounds text[]) returns bigint language sql stable as $$
  select count(*) from office cross join lateral (
    select from appointment_word where office_id = office.id and word = any (sounds) limit 1) as known
$$;
call make_definer('sounds_of_names(text[])');
