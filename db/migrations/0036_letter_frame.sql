-- What all letters to citizens have in common, whichever office writes them: one row, for the nation.
create table letter_frame (
  is_only boolean primary key default true check (is_only),
  sender_name text not null default 'Ραντεβού στα ΚΕΠ',
  foot text,
  foot_en text,
  version integer not null default 1,
  changed_at timestamptz,
  changed_by integer references employee (id),
  constraint letter_frame_sender_name_check check (length(sender_name) between 1 and 60),
  constraint letter_frame_foot_check check (length(foot) <= 1000),
  constraint letter_frame_foot_en_check check (length(foot_en) <= 1000)
);
comment on table letter_frame is 'The sender''s name and the legal foot of all letters, as the ministry has them';
insert into letter_frame default values;
grant select, update on letter_frame to visits_app;
