-- Draws are gone (docs/decisions/0090). What they held is free, and of whoever wished nothing is left.
create or replace function held_for_somebody() returns trigger language plpgsql as $$
declare
  office integer;
  place uuid;
begin
  case tg_table_name
    when 'appointment' then office := new.office_id; place := new.id;
    when 'booking_form' then office := old.office_id; place := old.appointment_id;
    else office := old.place_office; place := old.hold;
  end case;
  if exists (select from appointment where office_id = office and id = place and status = 'held')
    and not exists (
      select from booking_form where office_id = office and appointment_id = place and held_until is not null)
    and not exists (select from earlier_offer where place_office = office and hold = place and outcome is null)
  then
    raise exception 'A place is held for nobody.' using errcode = 'check_violation', constraint = 'held_for_somebody';
  end if;
  return null;
end $$;
call make_definer('held_for_somebody()');
drop trigger draw_lets_go on draw_place;

-- Whoever wishes for an earlier place is asked before all see them: in some minutes, when the new release runs; by night, in the morning.
with freed as (
  update appointment as visit set status = 'expired', status_at = now(), version = visit.version + 1
  from (select distinct office_id, hold from draw_place) as place
  where visit.office_id = place.office_id and visit.id = place.hold and visit.status = 'held'
  returning visit.office_id, queue, starts_at, ends_at
), clock as (
  select today::date + time '08:00' as morning, today as moment from (select now() at time zone 'Europe/Athens' as today) as athens
), asking as (
  select case when moment < morning then morning when moment::time < '20:00' then moment else morning + interval '1 day' end
      at time zone 'Europe/Athens' + interval '10 minutes' as begins
  from clock
)
insert into freed_place (office_id, queue, starts_at, ends_at, public_from)
select office_id, queue, starts_at, ends_at, begins + random() * make_interval(mins => online_freed_minutes)
from freed join office_settings as settings using (office_id) cross join asking
where ends_at > now()
on conflict (office_id, queue, starts_at, ends_at) do update set public_from = excluded.public_from;

delete from appointment_word using draw_wish as wish
where appointment_word.office_id = wish.office and appointment_id = wish.visit;
update appointment as visit set last_name = '', first_name = '', phone = null, email = null, party = 'citizen', business_name = null,
  business_afm = null, notes = null, companions = '[]', needs = '{}', interpreter = null, interpretation = null, behalf = null,
  matter = null, version = visit.version + 1
from draw_wish as wish where visit.office_id = wish.office and visit.id = wish.visit and anonymized_at is null;

delete from mail where kind in ('draw-link', 'draw-wish', 'drawn', 'not-drawn');
delete from appointment_link where kind = 'draw';
delete from job_run where job = 'draws';

-- An empty database never had them.
drop function if exists closed_places_of_draw, cells_of_draw, offices_drawing, needs_of_draw, last_draws_of_services;
-- The release before has gone: nothing is in production yet.
-- squawk-ignore ban-drop-table
drop table draw_file, draw_result, draw_event, draw_person, draw_wish, draw_place, draw, draw_office, draw_service, draw_terms;

alter table mail
  drop constraint mail_kind_check,
  add constraint mail_kind_check check ((kind = any (array[
    'confirmed', 'changed', 'moved', 'cancelled', 'reminder', 'confirm-link', 'manage-link', 'earlier-offer', 'address-link',
    'wish-link', 'wish-offer'])) = (appointment_id is not null)) not valid,
  drop constraint mail_letter_check,
  add constraint mail_letter_check check (letter = any (array[
    'confirmation', 'change', 'apology', 'cancellation', 'reminder', 'confirm-link', 'manage-link', 'earlier-offer', 'address-link',
    'wish-link', 'wish-offer'])) not valid;
alter table appointment_link
  drop constraint appointment_link_kind_check,
  add constraint appointment_link_kind_check check (kind = any (array['confirm', 'manage', 'address', 'wish', 'calendar'])) not valid;
