-- Draws: wishes are collected for some days and then drawn (docs/draws.md). No row of these tables says who anybody is: of a person
-- there are hashes until the draw is over, and the row of `appointment` that stands for their wish.
create table draw_terms (
  is_only boolean primary key default true check (is_only),
  opens_on smallint not null default 1 check (opens_on between 1 and 7),
  opens_time text not null default '08:00' check (opens_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  closes_on smallint not null default 5 check (closes_on between 1 and 7),
  closes_time text not null default '14:00' check (closes_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  visit_days smallint not null default 10 check (visit_days between 3 and 60),
  answer_days smallint not null default 3 check (answer_days between 1 and 30),
  release_days smallint not null default 5 check (release_days between 2 and 59),
  email_percent smallint not null default 10 check (email_percent between 0 and 100),
  phone_percent smallint not null default 10 check (phone_percent between 0 and 100),
  need_percent smallint not null default 8 check (need_percent between 0 and 50),
  need_days smallint not null default 7 check (need_days between 0 and 60),
  moves smallint not null default 1 check (moves between 0 and 20),
  reason text not null default '' check (length(reason) <= 500),
  version integer not null default 1,
  changed_at timestamptz,
  changed_by integer references employee (id),
  check (answer_days < release_days and release_days < visit_days)
);
comment on table draw_terms is 'How the ministry draws; each draw keeps those with which it began';
comment on column draw_terms.opens_on is 'ISO weekday; so is closes_on';
comment on column draw_terms.visit_days is 'From the end of the window to the first of the seven days of visits';
comment on column draw_terms.answer_days is 'After the end of the window, until eight in the evening; who is silent then gives the place to the next';
comment on column draw_terms.release_days is 'After the end of the window, at ten: what is left opens to all';
comment on column draw_terms.email_percent is 'Of a draw''s places at most, to wishes that an e-mail alone proves; phone_percent: that a telephone does';
comment on column draw_terms.need_percent is 'Of an office''s places at most, before the draw to whoever shows a document with a date';
comment on column draw_terms.need_days is 'How long after the last day of visits that date may be';
comment on column draw_terms.moves is 'How often a citizen may change the time of a visit that was drawn';
comment on column draw_terms.reason is 'Published with the terms';
insert into draw_terms default values;
grant select, update on draw_terms to visits_app;

create table draw_service (
  service text primary key references service (code),
  since timestamptz not null,
  changed_by integer references employee (id)
);
comment on table draw_service is 'Which services may be given by draw: the ministry says so';
grant select, insert, delete on draw_service to visits_app;
grant select on draw_service to visits_definer;

create table draw_office (
  office_id integer not null,
  service text not null,
  queue smallint not null,
  places jsonb not null default '[]' check (jsonb_typeof(places) = 'array'),
  since timestamptz not null,
  version integer not null default 1,
  settled_version integer not null default 0,
  primary key (office_id, service),
  foreign key (office_id, queue) references queue (office_id, number),
  foreign key (service) references service (code)
);
comment on table draw_office is 'Which services an office gives by draw: its head says so';
comment on column draw_office.places is '[{weekday, part, count}]: how many places of a week''s draw, and when';
comment on column draw_office.settled_version is 'Whose places are held by now';
call keep_to_office('draw_office');
grant select, insert, update, delete on draw_office to visits_app;
grant select on draw_office to visits_definer;
create policy definer on draw_office for select to visits_definer using (true);

create table draw (
  number integer primary key check (number > 0),
  service text not null references service (code),
  state text not null default 'planned' check (state in ('planned', 'sealed', 'open', 'closed', 'drawn', 'over')),
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  answer_until timestamptz not null,
  release_at timestamptz not null,
  need_until timestamptz not null,
  first_day date not null,
  last_day date not null,
  offices integer[] not null default '{}',
  has_places boolean not null default false,
  email_percent smallint not null,
  phone_percent smallint not null,
  need_percent smallint not null,
  need_days smallint not null,
  moves smallint not null,
  secret text check (secret ~ '^[0-9a-f]{64}$'),
  secret_seal text,
  sealed_at timestamptz,
  list_seal text,
  list_entry uuid,
  closed_at timestamptz,
  audit_head text,
  seed text,
  drawn_at timestamptz,
  released_at timestamptz,
  settled_events integer,
  running_at timestamptz,
  outage_minutes integer not null default 0 check (outage_minutes >= 0),
  unique (service, first_day),
  check (opens_at < closes_at and closes_at < answer_until and answer_until < release_at),
  check ((state = 'planned') = (secret is null)),
  check ((state in ('drawn', 'over')) = (seed is not null))
);
comment on table draw is 'One window of wishes for one service, in the offices that give it so';
comment on column draw.state is 'sealed: its secret is in the audit; closed: no wish changes any more; drawn: it has an order, and places are given';
comment on column draw.last_day is 'Included';
comment on column draw.need_until is 'Until then a document with a date is shown at a counter';
comment on column draw.offices is 'Those with places in it, by their ids';
comment on column draw.has_places is 'The places of all its offices are held; until then the program goes on with it';
comment on column draw.secret is 'Nobody sees it before the draw; then it is published';
comment on column draw.list_entry is 'Of the audit: its seal is the end of the chain from which the seed follows';
comment on column draw.settled_events is 'How many events have had their effect; null: not even the draw';
comment on column draw.running_at is 'When the program last saw that it runs, while wishes are taken';
comment on column draw.outage_minutes is 'By so much its end was moved, for the program did not run';
grant select, insert, update, delete on draw to visits_app;
grant select on draw to visits_definer;

create table draw_place (
  office_id integer not null,
  draw integer not null,
  queue smallint not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  date date not null,
  part smallint not null check (part between 0 and 2),
  run smallint,
  at smallint,
  hold uuid not null,
  state text not null default 'free' check (state in ('free', 'given', 'need', 'closed', 'opened')),
  primary key (office_id, queue, starts_at, draw),
  foreign key (office_id, hold) references appointment (office_id, id),
  foreign key (draw) references draw (number),
  check ((run is null) = (at is null))
);
comment on table draw_place is 'A place that a draw gives: a row of appointment holds it from before its window opens';
comment on column draw_place.part is '0 morning, 1 noon, 2 afternoon';
comment on column draw_place.at is 'Among the places of its day and part, from 0 on, in the order of their times; run: those that adjoin one another';
comment on column draw_place.hold is 'The row that holds it now; of a visit that takes several places, the same of each';
comment on column draw_place.state is 'need: given before the draw; closed: it can''t be had any more; opened: to all';
create index draw_place_of on draw_place (draw, office_id);
create index draw_place_hold on draw_place (office_id, hold);
call keep_to_office('draw_place');
grant select, insert, update, delete on draw_place to visits_app;
grant select on draw_place to visits_definer;
create policy definer on draw_place for select to visits_definer using (true);

-- A place that a draw has is held for whoever it goes to.
create or replace function held_for_somebody() returns trigger language plpgsql as $$
declare
  office integer;
  place uuid;
begin
  case tg_table_name
    when 'appointment' then office := new.office_id; place := new.id;
    when 'booking_form' then office := old.office_id; place := old.appointment_id;
    when 'draw_place' then office := old.office_id; place := old.hold;
    else office := old.place_office; place := old.hold;
  end case;
  if exists (select from appointment where office_id = office and id = place and status = 'held')
    and not exists (
      select from booking_form where office_id = office and appointment_id = place and held_until is not null)
    and not exists (select from earlier_offer where place_office = office and hold = place and outcome is null)
    and not exists (select from draw_place where office_id = office and hold = place and state in ('free', 'given'))
  then
    raise exception 'A place is held for nobody.' using errcode = 'check_violation', constraint = 'held_for_somebody';
  end if;
  return null;
end $$;
call make_definer('held_for_somebody()');
create constraint trigger draw_lets_go after update or delete on draw_place deferrable initially deferred
for each row execute function held_for_somebody();

create table draw_wish (
  draw integer not null references draw (number),
  number text not null check (number ~ '^[0-9]{4,8}$'),
  office integer not null references office (id),
  visit uuid not null,
  kind text not null check (kind in ('taxisnet', 'wallet', 'email', 'phone')),
  units smallint not null check (units between 1 and 20),
  day_parts jsonb not null,
  offices integer[] not null check (cardinality(offices) between 1 and 50),
  first text not null check (first in ('day', 'office')),
  others boolean not null,
  salt text not null check (salt ~ '^[0-9a-f]{32}$'),
  made_at timestamptz not null,
  is_confirmed boolean not null,
  place integer check (place > 0),
  told text check (told in ('drawn', 'not-drawn')),
  primary key (draw, number),
  unique (office, visit)
);
comment on table draw_wish is 'What one identity asks of a draw; who it is stands in its row of appointment alone';
comment on column draw_wish.visit is 'The row of appointment, in that office, that stands for it and holds nothing';
comment on column draw_wish.day_parts is '[[date, part]], the best first';
comment on column draw_wish.is_confirmed is 'The owner of the mailbox has said so, by the link of a letter; until then it counts for nothing';
comment on column draw_wish.place is 'In the drawn order';
comment on column draw_wish.told is 'The last letter about its fate';
grant select, insert, update, delete on draw_wish to visits_app;
grant select, delete on draw_wish to visits_definer;

create table draw_person (
  draw integer not null,
  key bytea not null,
  number text not null,
  mark text not null check (mark in ('afm', 'email', 'phone', 'domain')),
  primary key (draw, key),
  foreign key (draw, number) references draw_wish (draw, number) on delete cascade
);
comment on table draw_person is 'The same person twice is one: hashes, until the draw is over';
comment on column draw_person.mark is 'Of what it is the hash; domain: one of the few that mailboxes of a domain share, from which nobody has come';
create index draw_person_of on draw_person (draw, number);
grant select, insert, delete on draw_person to visits_app;
grant select, delete on draw_person to visits_definer;

create table draw_event (
  draw integer not null references draw (number),
  number integer not null check (number > 0),
  what text not null check (what in ('left', 'lost', 'closed', 'opened')),
  wish text,
  office integer references office (id),
  date date,
  part smallint,
  at smallint,
  happened_at timestamptz not null,
  primary key (draw, number),
  check ((what in ('left', 'lost')) = (wish is not null)),
  check ((what = 'closed') = (num_nonnulls(office, date, part, at) = 4))
);
comment on table draw_event is 'What happened after a draw, in its order: all that followed from it can be computed';
comment on column draw_event.what is 'left: gives back, or waits no longer; lost: the place of that wish can''t be had any more; closed: one that nobody had';
grant select, insert on draw_event to visits_app;

create table draw_result (
  draw integer not null,
  wish text not null,
  turn smallint not null check (turn > 0),
  office integer not null references office (id),
  date date not null,
  part smallint not null,
  at smallint not null,
  choice integer,
  hold uuid not null,
  until timestamptz not null,
  made_at timestamptz not null,
  answer text check (answer in ('coming', 'left', 'silent', 'lost')),
  answered_at timestamptz,
  primary key (draw, wish, turn),
  foreign key (draw, wish) references draw_wish (draw, number),
  unique (office, hold),
  check ((answer is null) = (answered_at is null))
);
comment on table draw_result is 'A place that was given to a wish, and what became of it';
comment on column draw_result.turn is 'From 1 on: whoever loses a place may be given another';
comment on column draw_result.choice is 'Which of its wishes it is; null: another place in its offices';
comment on column draw_result.hold is 'The row of appointment, in that office, that holds it, and is their visit once they say that they come';
comment on column draw_result.answer is 'silent: none came in time; null: none yet';
create index draw_result_open on draw_result (draw, until) where answer is null;
grant select, insert, update on draw_result to visits_app;

create table draw_file (
  draw integer primary key references draw (number),
  events integer not null,
  body text not null,
  written_at timestamptz not null
);
comment on table draw_file is 'What is published of a draw, as it is sent';
grant select, insert, update on draw_file to visits_app;

alter table mail
  drop constraint mail_kind_check,
  add constraint mail_kind_check check ((kind = any (array[
    'confirmed', 'changed', 'moved', 'cancelled', 'reminder', 'confirm-link', 'manage-link', 'earlier-offer', 'address-link',
    'wish-link', 'wish-offer', 'draw-link', 'draw-wish', 'drawn', 'not-drawn'])) = (appointment_id is not null)) not valid,
  drop constraint mail_letter_check,
  add constraint mail_letter_check check (letter = any (array[
    'confirmation', 'change', 'apology', 'cancellation', 'reminder', 'confirm-link', 'manage-link', 'earlier-offer', 'address-link',
    'wish-link', 'wish-offer', 'draw-link', 'draw-wish', 'drawn', 'not-drawn'])) not valid;
alter table appointment_link
  drop constraint appointment_link_kind_check,
  add constraint appointment_link_kind_check check (kind = any (array['confirm', 'manage', 'address', 'wish', 'calendar', 'draw'])) not valid;
