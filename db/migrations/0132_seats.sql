-- Against which the crowd of a day is held.
alter table office add column seats integer;
comment on column office.seats is 'For those who wait; null: nobody has said';
alter table office add constraint office_seats_check check (seats between 1 and 500) not valid;
grant update (seats) on office to visits_app;
