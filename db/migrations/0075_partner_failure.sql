-- Why the last notice to a partner has not arrived: the ministry's page says it in words.
alter table partner add column webhook_failure text;
comment on column partner.webhook_failure is 'In short: an HTTP status, or a code of the connection; null: it arrived, or nothing is known';
