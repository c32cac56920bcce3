-- Looked at apart from where it was added: settings are read and written meanwhile.
alter table office validate constraint office_seats_check;
