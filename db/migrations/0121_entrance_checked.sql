-- Looked at apart from where it was added; and no release has read the table that stood for it.
alter table service validate constraint service_entrance_group_check;
-- squawk-ignore ban-drop-table
drop table service_group;
