-- Looked at apart from where they were added: screens ask meanwhile.
alter table entrance_screen validate constraint entrance_screen_kind_check;
alter table entrance_screen validate constraint entrance_screen_paper_check;
alter table entrance_screen validate constraint entrance_screen_software_check;
