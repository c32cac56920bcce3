-- Looked at apart from where they were added: people sign in meanwhile.
alter table citizen_session validate constraint citizen_session_way_check;
alter table draw_person validate constraint draw_person_mark_check;
