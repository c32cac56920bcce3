-- What of a service can be done without a visit, and where.
alter table service
  add column online_url text,
  add constraint service_online_url_check check (online_url ~ '^https://' and length(online_url) <= 300) not valid;
comment on column service.online_url is 'Where it is done without a visit; null: nowhere';
