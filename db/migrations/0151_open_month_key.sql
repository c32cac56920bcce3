-- By which key the counts of a version were moved, and what somebody said who corrected a month. These tables have a row for each
-- month: they are read whole in an instant.
-- squawk-ignore-file constraint-missing-not-valid
alter table open_month
  add column key_fingerprint text,
  add column note_el text,
  add column note_en text,
  add check (num_nulls(note_el, note_en) <> 1),
  add check (note_el is null or reason is not null);
comment on column open_month.key_fingerprint is 'SHA-256 of the key; null: by a process of the release before, until the next one fills it in';
comment on column open_month.note_el is 'Why somebody had it corrected, published with it: it goes before reason, which a release before reads';
update open_month set key_fingerprint = (select encode(sha256(key), 'hex') from open_data_key);
-- Of one month moved by two keys the difference would say what was counted.
alter table open_month add constraint open_month_one_key exclude using gist (month with =, key_fingerprint with <>);
grant update (key_fingerprint) on open_month to visits_app;

alter table open_month_due add column note_el text, add column note_en text, add check (num_nulls(note_el, note_en) <> 1);
comment on column open_month_due.note_el is 'What its next version says of why it is a correction; null: days were counted, or it is the first';
