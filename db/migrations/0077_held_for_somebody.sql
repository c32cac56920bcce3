-- A place is held for somebody as long as it is held: for a form that is being filled in, or for an offer that waits for its
-- answer. Looked at when the transaction ends, whoever wrote and in whichever order.
grant select (appointment_id) on booking_form to visits_definer;
-- A row for each offer that waits: it is made in a moment.
-- squawk-ignore require-concurrent-index-creation
create index earlier_offer_waiting on earlier_offer (hold) where outcome is null;

create function held_for_somebody() returns trigger language plpgsql as $$
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
create constraint trigger held_for_somebody after insert or update of status on appointment
  deferrable initially deferred for each row when (new.status = 'held') execute function held_for_somebody();
create constraint trigger form_lets_go after update on booking_form deferrable initially deferred for each row
  when (old.held_until is not null and (new.held_until is null or new.appointment_id <> old.appointment_id))
  execute function held_for_somebody();
create constraint trigger form_is_gone after delete on booking_form deferrable initially deferred for each row
  when (old.held_until is not null) execute function held_for_somebody();
create constraint trigger offer_lets_go after update of outcome on earlier_offer deferrable initially deferred for each row
  when (old.outcome is null and new.outcome is not null) execute function held_for_somebody();
call make_definer('held_for_somebody()');
