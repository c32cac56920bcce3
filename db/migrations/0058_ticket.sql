-- Who comes without an appointment and finds no free place is not refused, but waits with a number: a visit without a slot and
-- without a name. Which queue serves it is known when it is called. Without a number: somebody was turned away.
create table ticket (
  office_id integer not null,
  id uuid not null,
  date date not null,
  letter text,
  number smallint,
  service text not null,
  queue smallint,
  status text not null,
  status_at timestamptz not null,
  issued_at timestamptz not null,
  issued_by integer not null,
  called_at timestamptz,
  version integer not null default 1,
  primary key (office_id, id),
  foreign key (office_id) references office (id),
  foreign key (service) references service (code),
  foreign key (office_id, queue) references queue (office_id, number),
  foreign key (issued_by) references employee (id),
  unique (office_id, date, letter, number),
  constraint ticket_letter_check check (letter in ('Α', 'Β', 'Ε', 'Η', 'Κ', 'Μ')),
  constraint ticket_number_check check (number between 1 and 999),
  constraint ticket_status_check check (status in ('arrived', 'in-service', 'served', 'left', 'turned-away', 'withdrawn')),
  constraint ticket_numbered_check check ((letter is null) = (number is null)
    and (status = 'withdrawn' or (number is null) = (status = 'turned-away'))),
  constraint ticket_queue_check check (queue is not null or status not in ('in-service', 'served'))
);
comment on table ticket is 'Visits without an appointment that have no place, and nobody''s name';
comment on column ticket.date is 'In Athens; numbers begin anew each day';
comment on column ticket.letter is 'A Greek capital that looks as a Latin one does';
comment on column ticket.queue is 'Which calls or serves it; null: whoever is free first';
comment on column ticket.status_at is 'When it came to its status';
comment on column ticket.called_at is 'When it was last called to the counter';
call keep_to_office('ticket');
grant select, insert, update on ticket to visits_app;

create table ticket_event (
  office_id integer not null,
  ticket_id uuid not null,
  version integer not null,
  kind text not null,
  at timestamptz not null,
  employee_id integer not null,
  changes json not null default '{}',
  undoes integer,
  cause uuid,
  primary key (office_id, ticket_id, version),
  foreign key (office_id, ticket_id) references ticket (office_id, id),
  foreign key (employee_id) references employee (id),
  constraint ticket_event_kind_check check (kind in (
    'issued', 'turned-away', 'called', 'service-started', 'completed', 'left', 'undone'))
);
comment on column ticket_event.version is 'The ticket''s version that this act made';
comment on column ticket_event.changes is 'Column → [before, after]';
comment on column ticket_event.undoes is 'The version whose act this one took back';
comment on column ticket_event.cause is 'The audit entry of the act of which this is a part';
create index ticket_event_by_cause on ticket_event (office_id, cause) where cause is not null;
call keep_to_office('ticket_event');
grant select, insert on ticket_event to visits_app;
