-- Whoever wishes for an earlier place says in which offices: a place of one may be offered for the appointment of another.
alter table earlier_wish add column offices integer[] not null default '{}';
update earlier_wish set offices = array[office_id];
alter table earlier_wish
  alter column offices drop default,
  add constraint earlier_wish_offices_check check (offices <> '{}') not valid;
comment on column earlier_wish.offices is 'Where they would come, by the ids of the offices; their own may be among them';
-- A row for each who wishes: both are made in a moment.
-- squawk-ignore require-concurrent-index-creation
create index earlier_wish_in on earlier_wish using gin (offices);

alter table earlier_offer add column place_office integer not null default 0;
update earlier_offer set place_office = office_id;
alter table earlier_offer
  alter column place_office drop default,
  drop constraint earlier_offer_office_id_hold_fkey;
comment on column earlier_offer.place_office is 'Whose the place is that is held: it may be another office than that of the appointment';
-- squawk-ignore require-concurrent-index-creation
create unique index earlier_offer_one on earlier_offer (office_id, appointment_id) where outcome is null;

grant select on earlier_wish, earlier_offer to visits_definer;
grant delete on earlier_wish to visits_definer;
create policy definer_deletes on earlier_wish for delete to visits_definer using (true);
grant select (language) on appointment to visits_definer;
grant select (office_id, appointment_id, state) on mail to visits_definer;
