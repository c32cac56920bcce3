-- Places to which no form and no offer pointed any more: two presses at one moment left such rows, and they stood for ever.
update appointment as held set status = 'expired', status_at = now(), version = version + 1
where status = 'held'
  and not exists (
    select from booking_form as form
    where form.office_id = held.office_id and form.appointment_id = held.id and form.held_until is not null)
  and not exists (
    select from earlier_offer as offer where offer.place_office = held.office_id and hold = held.id and outcome is null);
