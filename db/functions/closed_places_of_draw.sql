-- The places of a draw whose rows hold them no more, as where an office closed a day, or that a visit takes which was moved by less
-- than its length: of which office, and when.
create or replace function closed_places_of_draw(wanted integer)
returns table (office integer, queue smallint, starts_at timestamptz)
language sql stable as $$
  select place.office_id, place.queue, place.starts_at
  from draw_place as place join appointment on appointment.office_id = place.office_id and id = hold
  where draw = wanted and (state in ('free', 'given') and status = 'expired' or state = 'free' and status <> 'held')
  order by 1, 2, 3
$$;
call make_definer('closed_places_of_draw(integer)');
