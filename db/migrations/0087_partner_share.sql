-- What one accredited system gets: of a day's public places a share, and so many appointments in a day of its own.
alter table office
  add column online_partner_percent integer not null default 30,
  add constraint office_online_partner_percent_check check (online_partner_percent between 1 and 100) not valid;
comment on column office.online_partner_percent is 'Of a day''s public places so many at most go to one accredited system';

create table partner_day (
  partner uuid not null references partner (id),
  date date not null,
  booked integer not null,
  primary key (partner, date)
);
comment on table partner_day is 'How many appointments a system has booked on a day, in all offices together';
grant select, insert, update on partner_day to visits_app;
