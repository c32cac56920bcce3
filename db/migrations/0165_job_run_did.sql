-- So much has the job done since it was noted the time before.
alter table job_run add column did integer check (did >= 0);
comment on column job_run.did is 'Since the note before it; null: it does not count what it does';
