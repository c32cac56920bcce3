-- How many of a draw's places were given before it, for a deadline: a sum of all its offices.
create or replace function needs_of_draw(wanted integer)
returns integer
language sql stable as $$
  select count(*)::integer from draw_place where draw = wanted and state = 'need'
$$;
call make_definer('needs_of_draw(integer)');
