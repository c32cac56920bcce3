-- Looked at apart from where it was added: offices are read meanwhile.
alter table office validate constraint office_usual_service_fkey;
