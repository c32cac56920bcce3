-- Looked at apart from where it was added: links are made meanwhile.
alter table appointment_link validate constraint appointment_link_session_fkey;
