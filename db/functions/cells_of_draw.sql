-- What a draw gives, office by office: on which days, in which parts of them, and how many places.
create or replace function cells_of_draw(wanted integer)
returns table (office integer, code text, date date, part smallint, places integer)
language sql stable as $$
  select office_id, office.code, draw_place.date, draw_place.part, count(*)::integer
  from draw_place join office on office.id = office_id
  where draw = wanted and state in ('free', 'given', 'need')
  group by 1, 2, 3, 4 order by 3, 4, 2
$$;
call make_definer('cells_of_draw(integer)');
