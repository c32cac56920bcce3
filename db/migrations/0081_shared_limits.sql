-- What may be tried only so often is counted here, so that any number of processes share each limit.
create table limit_count (
  limit_name text not null,
  who bytea not null,
  until timestamptz not null,
  count integer not null,
  primary key (limit_name, who)
);
comment on table limit_count is 'How often something was tried by one address, code or key; of nobody whose time is over';
comment on column limit_count.who is 'Hashed under the key of online_secret: an address can''t be told from it';
comment on column limit_count.until is 'From then on counting begins anew';
grant select, insert, update, delete on limit_count to visits_app;
