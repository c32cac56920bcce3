-- Looked at apart from where they were added: appointments are written meanwhile.
alter table appointment validate constraint appointment_needs_check;
alter table appointment validate constraint appointment_anonymous_needs_check;
alter table office validate constraint office_longer_minutes_check;
alter table booking_form validate constraint booking_form_service_check;
