-- When each office has its first free time, noted now and then: how long citizens wait for a place, without anybody's name.
create table first_free (
  office_id integer not null,
  date date,
  noted_at timestamptz not null,
  primary key (office_id),
  foreign key (office_id) references office (id)
);
comment on column first_free.date is 'Of the first time that is offered by telephone; null: none in the weeks in which it was looked for';
call keep_to_office('first_free');
grant select, insert, update on first_free to visits_app;
create policy definer on first_free for select to visits_definer using (true);
grant select on first_free to visits_definer;

-- Of what is undecided in a closed time it is told how many nobody can reach, and where nothing was decided yet.
grant select (phone, email) on appointment to visits_definer;
drop function if exists count_undecided(text, timestamptz, timestamptz, integer, integer);
