-- By whose wish a name was taken from a visit to which its person only came along; the visit is of whoever booked it, and stays.
-- A copy of these lines stands outside of the database, as of `erasure`.
create table companion_erasure (
  office_id integer not null,
  appointment_id uuid not null,
  version integer not null,
  place smallint not null,
  at timestamptz not null,
  primary key (office_id, appointment_id, version, place),
  foreign key (office_id, appointment_id) references appointment (office_id, id)
);
comment on table companion_erasure is 'Names of companions that were erased because their person asked for it; nothing of them is in it';
comment on column companion_erasure.version is 'Which the appointment had when the name was gone';
comment on column companion_erasure.place is 'Among the companions of then, counted from 0';
call keep_to_office('companion_erasure');
