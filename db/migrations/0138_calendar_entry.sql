-- One entry in the citizen's calendar for a visit that another office had before: the letters of the office that has it now
-- change that entry. Whose row has none here has the entry of its own id, counted by its own version.
create table calendar_entry (
  office_id integer not null,
  appointment_id uuid not null,
  uid uuid not null,
  sequence integer not null,
  primary key (office_id, appointment_id),
  foreign key (office_id, appointment_id) references appointment (office_id, id),
  constraint calendar_entry_sequence_check check (sequence > 0)
);
comment on column calendar_entry.uid is 'Under which the first letter brought the entry: the id of the appointment as it was then, in whichever office';
comment on column calendar_entry.sequence is 'How far the offices before have counted; the version of the appointment is added';
call keep_to_office('calendar_entry');
create policy definer on calendar_entry to visits_definer using (true);
grant select, insert on calendar_entry to visits_app;
grant select, delete on calendar_entry to visits_definer;

comment on column mail.told is 'Date, time, service and whether it is live, as the letter says; of another office: in that one, and live in none of ours; null: nothing was said yet';

-- A calendar asks by a link of its own when the visit is, and where.
alter table appointment_link
  drop constraint appointment_link_kind_check,
  add constraint appointment_link_kind_check check (kind = any (array['confirm', 'manage', 'address', 'wish', 'calendar'])) not valid;
