-- Validated apart, so that nobody waits (0046).
alter table service validate constraint service_online_url_check;
