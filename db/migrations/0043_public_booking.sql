-- Where the ministry has opened booking to citizens (circular, second phase): heads may make queues public there. One row
-- opens the whole country or a region.
create table public_booking (
  id uuid primary key,
  region text,
  opened_at timestamptz not null,
  opened_by integer references employee,
  constraint public_booking_region_key unique nulls not distinct (region)
);
comment on column public_booking.region is 'Null: the whole country';
comment on column public_booking.opened_by is 'Null: by the seed of a trial';
grant select, insert, delete on public_booking to visits_app;
grant select on public_booking to visits_definer;
grant select (is_public) on queue to visits_definer;
grant select (status) on appointment to visits_definer;
