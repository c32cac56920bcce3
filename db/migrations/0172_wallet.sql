-- Citizens who show who they are with a European wallet.
create table wallet_try (
  id_hash bytea primary key,
  browser_hash bytea not null,
  begun_at timestamptz not null,
  client_id text not null,
  nonce text not null,
  encryption_key jsonb not null,
  sealed_key bytea not null,
  failures smallint not null default 0 check (failures between 0 and 3),
  outcome text check (outcome in ('shown', 'refused', 'failed')),
  reason text,
  code_hash bytea,
  person jsonb,
  constraint wallet_try_person_check check ((person is not null) = (outcome is not distinct from 'shown'))
);
comment on table wallet_try is 'One try of a browser to be shown by a wallet who it is: for five minutes, and until that browser takes it';
comment on column wallet_try.id_hash is 'Of what the wallet is told: with it comes what opens sealed_key, and nobody else has that';
comment on column wallet_try.client_id is 'Under which the wallet was asked: its answer names it, also after a certificate was renewed';
comment on column wallet_try.encryption_key is 'The public half, of this try alone';
comment on column wallet_try.code_hash is 'Of what the wallet brings the browser back with';
create index wallet_try_by_begun_at on wallet_try (begun_at);
create index wallet_try_by_code on wallet_try (code_hash) where code_hash is not null;
grant select, insert, update, delete on wallet_try to visits_app;

create table form_move (
  token_hash bytea primary key,
  form_hash bytea not null,
  until timestamptz not null
);
comment on table form_move is 'A form that may go on at another device, for five minutes: that one has a key of its own then, and this one none';
comment on column form_move.form_hash is 'Of the key under which it lies: with another key it moves no more';
create index form_move_by_until on form_move (until);
grant select, insert, update, delete on form_move to visits_app;

create table wallet_list (
  address text primary key,
  kind text not null check (kind in ('trust', 'status')),
  wanted_at timestamptz not null,
  body text,
  fetched_at timestamptz,
  refresh_at timestamptz,
  until timestamptz,
  constraint wallet_list_fetched_check check (num_nulls(body, fetched_at, refresh_at, until) in (0, 4))
);
comment on table wallet_list is 'Who issues identities for wallets, and which of those are revoked: as they were fetched last, signed by others';
comment on column wallet_list.wanted_at is 'When an identity named it last';
comment on column wallet_list.until is 'By its own word; then nothing is read from it any more';
grant select, insert, update, delete on wallet_list to visits_app;

alter table visit_owner drop constraint visit_owner_way_check;
alter table visit_owner add constraint visit_owner_way_check check (way in ('taxisnet', 'wallet', 'code')) not valid;
comment on column visit_owner.way is 'taxisnet, wallet: whoever booked was identified by it; code: somebody identified knew its reference and surname';
