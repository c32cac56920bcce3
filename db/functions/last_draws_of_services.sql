-- Of each service the last draw that was held, since a date of visits: how many wished for how many places. Numbers alone.
create or replace function last_draws_of_services(since date)
returns table (service text, draw integer, wishes integer, places integer)
language sql stable as $$
  select last.service, last.number,
    (select count(*)::integer from draw_wish as wish where wish.draw = last.number and is_confirmed),
    (select count(*)::integer from draw_place as place where place.draw = last.number and place.state <> 'need')
  from (
    select distinct on (draw.service) draw.service, draw.number from draw
    where draw.state in ('drawn', 'over') and first_day >= since and offices <> '{}'
    order by draw.service, first_day desc) as last
$$;
call make_definer('last_draws_of_services(date)');
