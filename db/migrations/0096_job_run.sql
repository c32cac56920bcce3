-- What the program does by the clock, whichever process does it: what became of each job when it ran last. No office's.
create table job_run (
  job text primary key,
  ran_at timestamptz not null,
  took_ms integer not null check (took_ms >= 0),
  outcome text not null check (outcome in ('done', 'left', 'failed')),
  failed_at timestamptz,
  failure text,
  check (outcome <> 'failed' or failed_at is not null),
  check ((failed_at is null) = (failure is null))
);
comment on table job_run is 'By the server''s clock, of any process; a job that runs often is noted now and then';
comment on column job_run.outcome is 'left: something could not be done at that time, and is tried again soon';
comment on column job_run.failed_at is 'The last time; null: never yet';
comment on column job_run.failure is 'A code or a kind of error, never what it was about';
grant select, insert, update on job_run to visits_app;
