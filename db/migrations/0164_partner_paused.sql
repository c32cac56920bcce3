-- The operator may have a partner's system wait: what it asks is refused, and what it is to be told is not sent, until it goes on.
alter table partner add column paused_at timestamptz;
alter table partner add column resumed_at timestamptz;
comment on column partner.paused_at is 'Since when it is refused and told nothing; null: it goes on';
comment on column partner.resumed_at is 'When its last pause ended: what had waited is tried from then on';
grant select (paused_at, resumed_at) on partner to visits_definer;
