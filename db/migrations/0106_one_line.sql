-- One line of the office: who waits is called by whichever counter is free, by a number on a screen.
alter table office
  add column line_slack_minutes integer not null default 15,
  add column recall_minutes integer not null default 3,
  add constraint office_line_slack_minutes_check check (line_slack_minutes between 0 and 30) not valid,
  add constraint office_recall_minutes_check check (recall_minutes between 1 and 15) not valid;
comment on column office.line_slack_minutes is 'A number counts as an appointment so many minutes after it was given';
comment on column office.recall_minutes is 'Who does not come to the counter is called again so many minutes later';

alter table appointment add column counter smallint;
alter table appointment
  add constraint appointment_counter_fkey foreign key (office_id, counter) references queue (office_id, number) not valid;
comment on column appointment.counter is 'The queue whose counter called or serves it; null: not yet, or its own';
grant update (counter) on appointment to visits_app;

-- What the law gives who shows a card at the counter: the number counts from when it was given.
alter table ticket add column is_statutory boolean not null default false;
comment on column ticket.is_statutory is 'Has priority by law: counts from when it was given, without the minutes that other numbers wait for';
alter table ticket_event drop constraint ticket_event_kind_check;
alter table ticket_event add constraint ticket_event_kind_check check (kind in (
  'issued', 'turned-away', 'called', 'service-started', 'completed', 'left', 'prioritised', 'undone')) not valid;
-- Numbers of appointments begin with the other letters: of one number there is one visit, whatever it is.
alter table ticket drop constraint ticket_letter_check;
alter table ticket add constraint ticket_letter_check check (letter in ('Α', 'Ε', 'Κ')) not valid;

create table visit_number (
  office_id integer not null,
  date date not null,
  number smallint not null,
  appointment_id uuid not null,
  primary key (office_id, date, number),
  unique (office_id, appointment_id, date),
  foreign key (office_id, appointment_id) references appointment (office_id, id),
  constraint visit_number_check check (number between 101 and 999)
);
comment on table visit_number is 'By which somebody with an appointment is called on that day: letter Β; given when they come, and to nobody else';
comment on column visit_number.date is 'In Athens';
call keep_to_office('visit_number');
grant select, insert on visit_number to visits_app;

create table line_call (
  office_id integer not null,
  visit uuid not null,
  version integer not null,
  date date not null,
  letter text not null,
  number smallint not null,
  counter smallint not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (office_id, visit, version),
  foreign key (office_id, counter) references queue (office_id, number),
  constraint line_call_letter_check check (letter in ('Α', 'Β', 'Ε', 'Κ')),
  constraint line_call_number_check check (number between 1 and 999)
);
comment on table line_call is 'What the office''s screens show: a number, and the counter to which it was called';
comment on column line_call.visit is 'The appointment or the ticket';
comment on column line_call.version is 'Of the visit, made by the act that called it';
comment on column line_call.date is 'In Athens';
comment on column line_call.withdrawn_at is 'When the act was taken back';
create index line_call_by_day on line_call (office_id, date, at);
call keep_to_office('line_call');
grant select, insert on line_call to visits_app;
grant update (withdrawn_at) on line_call to visits_app;

-- A screen that shows whom a counter calls has a key as one at the entrance has.
alter table entrance_screen add column kind text not null default 'entrance';
alter table entrance_screen add constraint entrance_screen_kind_check check (kind in ('entrance', 'display')) not valid;
comment on column entrance_screen.kind is 'entrance: who comes says so there; display: whom a counter calls is shown there';
