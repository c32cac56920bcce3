-- When the rules change, nobody is moved earlier by more than this unless the office's head chooses so.
alter table office
  add column earlier_minutes integer not null default 30 check (earlier_minutes between 0 and 1440);
comment on column office.earlier_minutes is 'By so many minutes at most a proposal moves an appointment earlier by itself; whom nobody can tell never';
