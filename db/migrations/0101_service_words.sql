-- How people call what an office does, by language, and what they look for at a KEP that somebody else does: kept by the ministry.
create table service_words (
  service text primary key references service (code),
  words jsonb not null check (jsonb_typeof(words) = 'object' and length(words::text) <= 20000),
  version integer not null default 1,
  changed_at timestamptz,
  changed_by integer references employee (id)
);
comment on column service_words.words is 'Language → words and phrases';
comment on column service_words.changed_by is 'Null: they came with the catalogue';
grant select, insert, update on service_words to visits_app;

create table referral (
  code text primary key check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  answers jsonb not null check (jsonb_typeof(answers) = 'object' and length(answers::text) <= 10000),
  words jsonb not null check (jsonb_typeof(words) = 'object' and length(words::text) <= 20000),
  url text check (url ~ '^https://' and length(url) <= 300),
  is_removed boolean not null default false,
  version integer not null default 1,
  changed_at timestamptz,
  changed_by integer references employee (id)
);
comment on table referral is 'What KEP do not do, and who does it';
comment on column referral.answers is 'Language → who does it; Greek stands for those that are missing';
comment on column referral.is_removed is 'It stays, so that the next import of the catalogue does not bring it again';
grant select, insert, update on referral to visits_app;
