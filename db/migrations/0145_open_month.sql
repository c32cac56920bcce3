-- Open data of months: each version as it was published, to be fetched for good.
create table open_month (
  month date not null,
  version integer not null,
  published_at timestamptz not null,
  reason text,
  method integer not null,
  offices integer not null,
  offices_recorded integer not null,
  csv_file bytea not null,
  json_file bytea not null,
  csv_sha256 text not null,
  json_sha256 text not null,
  csv_bytes integer not null,
  json_bytes integer not null,
  primary key (month, version),
  check (extract(day from month) = 1),
  check (version > 0 and (version = 1) = (reason is null)),
  check (reason in ('late-counts', 'method'))
);
comment on column open_month.reason is 'Why it is a correction; null: the first of its month';
comment on column open_month.method is 'Of the definitions by which it was made';
comment on column open_month.csv_file is 'Gzip; checksum and bytes are of the file itself';
grant select, insert on open_month to visits_app;

-- Months of which something was counted that no version has yet. One process at a time makes a version of it.
create table open_month_due (
  month date not null primary key,
  changes bigint not null default 1,
  claimed_until timestamptz
);
comment on column open_month_due.changes is 'Goes up with each day that is counted, so that nothing counted meanwhile is forgotten';
grant select, insert, update, delete on open_month_due to visits_app;

-- By which small counts are moved before they are published: secret, and the same for all versions.
create table open_data_key (
  is_only boolean not null primary key default true check (is_only),
  key bytea not null check (length(key) = 32)
);
grant select, insert on open_data_key to visits_app;
