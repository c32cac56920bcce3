-- The ministry opens booking to citizens in offices that it names, too; an office may be opened by several rows. What
-- is_open_to_citizens and count_public_booking answer changes with it.
alter table public_booking
  add column offices integer[],
  add constraint public_booking_extent_check check (offices is null or (region is null and cardinality(offices) > 0)) not valid,
  drop constraint public_booking_region_key;
comment on column public_booking.region is 'Null: the whole country, or the offices that are named';
comment on column public_booking.offices is 'By their ids; null: all of the region or the country';
-- A row for each region at most: nobody waits for it.
-- squawk-ignore require-concurrent-index-creation
create unique index public_booking_region_key on public_booking (region) nulls not distinct where offices is null;
drop function if exists count_public_booking(text, uuid);
