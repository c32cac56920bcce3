-- Who may be asked for a place of an office, whichever has their appointment or their wish, in the published order: whoever
-- wished first, with an appointment or without. Who is being written to just now, or has an offer, is not asked; nor for the
-- same time again, nor more often a day, nor whoever has no appointment and took up none of the last three.
create or replace function wishers_for(
  place_office integer, place_at timestamptz, wanted_weekday integer, wanted_part text, notices text[], today timestamptz,
  most_a_day integer)
returns table (office_id integer, visit uuid)
language sql stable as $$
  select wish.office_id, visit.id
  from earlier_wish as wish
    join appointment as visit on visit.office_id = wish.office_id and visit.id = wish.appointment_id
  where wish.offices @> array[place_office] and (visit.status = 'booked' or wish.without_visit and wish.is_confirmed)
    and visit.email is not null and visit.starts_at > place_at
    and wanted_weekday = any (wish.weekdays) and wanted_part = any (wish.parts) and wish.notice = any (notices)
    and (wish.first_day is null or wish.first_day <= (place_at at time zone 'Europe/Athens')::date)
    and not exists (
      select from mail where mail.office_id = wish.office_id and mail.appointment_id = visit.id
        and mail.state in ('planned', 'sending'))
    and not exists (
      select from earlier_offer as offer
      where offer.office_id = wish.office_id and offer.appointment_id = visit.id
        and (offer.outcome is null or offer.starts_at = place_at and offer.place_office = wishers_for.place_office))
    and (
      select count(*) from earlier_offer as offer
      where offer.office_id = wish.office_id and offer.appointment_id = visit.id and offer.made_at >= today) < most_a_day
    and not (wish.without_visit and has_let_pass(wish.office_id, visit.id))
  order by wish.made_at, wish.appointment_id limit 20
$$;
call make_definer('wishers_for(integer, timestamptz, integer, text, text[], timestamptz, integer)');
