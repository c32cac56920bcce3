-- Printers of others join the one line: each is a device of the office with a key of its own, as its screens are.
alter table entrance_screen
  add column paper text,
  add column software text;
alter table entrance_screen drop constraint entrance_screen_kind_check;
alter table entrance_screen
  add constraint entrance_screen_kind_check check (kind in ('entrance', 'display', 'printer')) not valid,
  add constraint entrance_screen_paper_check check (paper is null or (kind = 'printer' and paper in ('ok', 'low', 'out'))) not valid,
  add constraint entrance_screen_software_check check (software is null or (kind = 'printer' and length(software) between 1 and 80)) not valid;
comment on column entrance_screen.kind is
  'entrance: who comes says so there; display: whom a counter calls is shown there; printer: it prints numbers by a protocol';
comment on column entrance_screen.paper is 'As the printer last said; null: it has not said yet, or is none';
comment on column entrance_screen.software is 'Name and version, as the printer last said';
grant update (paper, software) on entrance_screen to visits_app;

-- A number that somebody at the counter has printed: kept until the printer says that it is on paper.
create table print_job (
  office_id integer not null,
  id uuid not null,
  printer uuid not null,
  visit uuid not null,
  date date not null,
  made_at timestamptz not null,
  made_by integer not null,
  printed_at timestamptz,
  primary key (office_id, id),
  foreign key (office_id, printer) references entrance_screen (office_id, id) on delete cascade,
  foreign key (made_by) references employee (id)
);
comment on table print_job is 'Numbers to be printed by a device of others, of today alone: no name, no service';
comment on column print_job.visit is 'The appointment or the ticket';
comment on column print_job.date is 'In Athens; those of days before are deleted with the first of a day';
comment on column print_job.printed_at is 'When the printer said so first; null: it is handed out again';
create index print_job_by_printer on print_job (office_id, printer, made_at);
call keep_to_office('print_job');
grant select, insert, delete on print_job to visits_app;
grant update (printed_at) on print_job to visits_app;
