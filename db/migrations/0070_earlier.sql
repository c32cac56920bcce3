-- Whoever has an appointment may wish for an earlier one: a place that is given up is offered to one after the other, in the
-- order in which they wished, before all citizens see it.
create table earlier_wish (
  office_id integer not null,
  appointment_id uuid not null,
  weekdays smallint[] not null,
  parts text[] not null,
  notice text not null,
  made_at timestamptz not null,
  primary key (office_id, appointment_id),
  foreign key (office_id, appointment_id) references appointment (office_id, id),
  constraint earlier_wish_notice_check check (notice = any (array['hours', 'day', 'two-days'])),
  constraint earlier_wish_parts_check check (parts <@ array['morning', 'noon', 'afternoon'] and parts <> '{}'),
  constraint earlier_wish_weekdays_check check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[] and weekdays <> '{}')
);
comment on column earlier_wish.weekdays is 'ISO: 1 Monday … 7 Sunday';
comment on column earlier_wish.made_at is 'The published order: who wished first is asked first. It stays when the wish is changed';
call keep_to_office('earlier_wish');
create policy definer on earlier_wish for select to visits_definer using (true);
grant select, insert, update, delete on earlier_wish to visits_app;
grant select (office_id) on earlier_wish to visits_definer;

create table earlier_offer (
  office_id integer not null,
  hold uuid not null,
  appointment_id uuid not null,
  queue smallint not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  made_at timestamptz not null,
  until timestamptz not null,
  outcome text,
  settled_at timestamptz,
  primary key (office_id, hold),
  foreign key (office_id, hold) references appointment (office_id, id),
  foreign key (office_id, appointment_id) references appointment (office_id, id),
  constraint earlier_offer_outcome_check check (outcome = any (array['accepted', 'refused', 'lapsed']))
);
comment on column earlier_offer.hold is 'The row that holds the place for them';
comment on column earlier_offer.outcome is 'Null: they have not answered, and it is held';
create index earlier_offer_open on earlier_offer (office_id, until) where outcome is null;
create index earlier_offer_of_visit on earlier_offer (office_id, appointment_id, made_at);
call keep_to_office('earlier_offer');
create policy definer on earlier_offer for select to visits_definer using (true);
grant select, insert, update on earlier_offer to visits_app;
grant select (office_id, until, outcome) on earlier_offer to visits_definer;

create policy definer on freed_place for select to visits_definer using (true);
grant select (office_id, public_from) on freed_place to visits_definer;

alter table office
  add column online_offer_minutes integer not null default 60,
  add constraint office_online_offer_minutes_check check (online_offer_minutes between 10 and 240) not valid;
comment on column office.online_offer_minutes is 'So long an earlier place is held for whoever wished for one';

alter table mail
  drop constraint mail_kind_check,
  add constraint mail_kind_check check (kind = any (array[
    'confirmed', 'changed', 'moved', 'cancelled', 'reminder', 'confirm-link', 'manage-link', 'earlier-offer'])) not valid,
  drop constraint mail_letter_check,
  add constraint mail_letter_check check (letter = any (array[
    'confirmation', 'change', 'apology', 'cancellation', 'reminder', 'confirm-link', 'manage-link', 'earlier-offer'])) not valid;
