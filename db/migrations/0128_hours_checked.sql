-- Looked at apart from where they were added: settings are read and written meanwhile.
alter table office validate constraint office_counter_hours_check;
alter table office validate constraint office_telephone_hours_check;
alter table office validate constraint office_hours_exceptions_check;
