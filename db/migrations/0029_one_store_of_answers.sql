-- As for the audit: stored answers of the nation's acts stand beside the offices'.
-- squawk-ignore constraint-missing-not-valid
alter table office validate constraint office_id_check;
alter table idempotency_key drop constraint idempotency_key_office_id_fkey;
comment on column idempotency_key.office_id is '0: the nation';
insert into idempotency_key (office_id, employee_id, route, key, request_hash, status, response, created_at)
  select 0, employee_id, route, key, request_hash, status, response, created_at from national_idempotency_key;
-- squawk-ignore ban-drop-table
drop table national_idempotency_key;
