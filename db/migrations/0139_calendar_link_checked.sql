-- Looked at apart from where it was changed: links are made meanwhile.
alter table appointment_link validate constraint appointment_link_kind_check;
