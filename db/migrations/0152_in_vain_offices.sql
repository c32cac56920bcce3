-- In how many offices anybody says at all that a visit was in vain: where nobody does, nothing was recorded, and that is not zero.
create table in_vain_office (
  office_id integer not null,
  monday date not null,
  is_used boolean not null,
  primary key (office_id, monday),
  foreign key (office_id) references office (id),
  check (extract(isodow from monday) = 1)
);
comment on table in_vain_office is 'Weeks of an office with a day that counts for visits in vain, for a year. Only how many offices they are is told';
comment on column in_vain_office.is_used is 'On one of these days somebody noted a visit in vain';
call keep_to_office('in_vain_office');
grant select, insert, update, delete on in_vain_office to visits_app;
create policy definer on in_vain_office for select to visits_definer using (true);
grant select on in_vain_office to visits_definer;

comment on column wait_promise.quarter is 'Quarters of an hour that they had waited, which begin at another minute for each number: in each the first range counts';
