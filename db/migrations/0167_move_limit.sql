-- How often citizens may change the time of one appointment themselves: the ministry's to say, against those who sell times.
create table move_limit (
  is_only boolean primary key default true check (is_only),
  moves integer not null default 3 check (moves between 1 and 20),
  version integer not null default 1,
  changed_at timestamptz,
  changed_by integer references employee (id)
);
comment on table move_limit is 'How often citizens may change the time of one appointment themselves';
insert into move_limit default values;
grant select, update on move_limit to visits_app;

alter table appointment_event add column moves_before integer;
alter table appointment_event
  add constraint appointment_event_moves_before_check check (moves_before >= 0) not valid;
comment on column appointment_event.moves_before is 'Where an appointment of another office begins: how often its citizen had moved it until then; null: it comes from none';
