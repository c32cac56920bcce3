-- Looked at apart from where it was added: numbers are given meanwhile.
alter table ticket validate constraint ticket_service_group_check;
