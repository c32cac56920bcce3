-- Which words people look for that no service has. Nobody reads them here but the functions that stand for the rule: a word is
-- a keyed hash until five have used it, who used it is a hash of one day's key, and both keys are thrown away.
create table missed_key (
  kind text not null check (kind in ('day', 'month')),
  begins date not null,
  key bytea not null,
  primary key (kind, begins)
);
comment on table missed_key is 'Of a day: its askers; of a month: its words';

create table missed_word (
  month date not null,
  hash bytea not null,
  askers integer not null default 0,
  word text,
  is_refused boolean not null default false,
  primary key (month, hash),
  check (word is null or (askers >= 5 and not is_refused))
);
comment on column missed_word.word is 'Null: fewer than five have used it, or it is refused';
comment on column missed_word.is_refused is 'It sounds like a name or a place, and is not written down';

create table missed_asker (
  day date not null,
  word_hash bytea not null,
  asker_hash bytea not null,
  primary key (day, asker_hash, word_hash)
);
comment on table missed_asker is 'So that one who asks ten times counts once; gone with the day';

grant select, insert, delete on missed_key to visits_definer;
grant select, insert, update, delete on missed_word to visits_definer;
grant select, insert, delete on missed_asker to visits_definer;
