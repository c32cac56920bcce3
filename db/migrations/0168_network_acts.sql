-- What citizens do online, by the network it came from, so that the ministry sees whether appointments are resold. Hashes under
-- a key of one day, which goes with them once the day is counted; then nothing but a row of the nation's for each day.
create table network_key (
  date date primary key,
  key bytea not null
);
comment on table network_key is 'Thrown away with the acts of its day: then nobody can try which network had a hash';

create table network_act (
  id uuid primary key,
  date date not null,
  network text not null,
  what text not null check (what in ('booked', 'cancelled', 'decoy')),
  place text,
  check ((what = 'decoy') = (place is null))
);
comment on table network_act is 'Of a day that is not counted yet; by their ids (version 7) in the order of time';
comment on column network_act.network is 'Hash under the key of the day: an IPv4 address, or the part of an IPv6 one that its owner was given';
comment on column network_act.place is 'Hash under the same key: the office and the first service of the visit';
-- A program counts once a day, however often it follows a decoy.
create unique index network_act_decoy_key on network_act (date, network) where what = 'decoy';

create table network_day (
  date date primary key,
  bookings integer not null check (bookings >= 0),
  networks integer not null check (networks >= 0),
  network_bookings integer not null check (network_bookings >= 0),
  programs integer not null check (programs >= 0)
);
comment on table network_day is 'Of all offices together; kept for 60 days';
comment on column network_day.bookings is 'All that were made online by citizens'' own browsers';
comment on column network_day.networks is 'That booked, cancelled and booked again as whoever sells appointments does';
comment on column network_day.network_bookings is 'Bookings of these networks';
comment on column network_day.programs is 'Networks from which a time was pressed that only programs find';

grant select, insert, delete on network_key, network_act, network_day to visits_app;
