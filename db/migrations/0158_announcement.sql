-- A transaction that notifies holds one lock of the whole cluster until its commit is on the disk, so that offices which have
-- nothing in common wait for each other. What a transaction has to say to the processes is a row of it instead; its process
-- says it once it is committed, and takes the row away with it. What a process did not come to say, any other finds here.
create unlogged table announcement (
  id uuid primary key,
  notices text[] not null
) with (autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0, vacuum_truncate = off);
comment on table announcement is
  'What is committed and not announced yet, for some milliseconds; lost with the server, like every connection that listens: all ask anew then';
comment on column announcement.notices is 'As src/live/notice.ts has them, none of a person';
grant select, insert, delete on announcement to visits_app;
-- To skip the rows that another process takes just now it locks them.
grant update (id) on announcement to visits_app;
