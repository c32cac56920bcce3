-- Looked at apart from where they were added: appointments are written meanwhile.
alter table appointment validate constraint appointment_more_services_check;
alter table appointment validate constraint appointment_companions_check;
alter table appointment validate constraint appointment_anonymous_companions_check;
alter table office validate constraint office_common_minutes_check;
alter table booking_form validate constraint booking_form_service_check;
