-- Of a word or an asker, by the key of this day or month, which is made when it is first needed and never leaves the database.
create or replace function missed_hash(wanted_kind text, text_to_hash text) returns bytea language sql volatile as $$
  insert into missed_key (kind, begins, key)
  values (wanted_kind, date_trunc(wanted_kind, server_clock() at time zone 'Europe/Athens')::date,
    uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
  on conflict do nothing;
  select sha256(key || convert_to(text_to_hash, 'UTF8') || key) from missed_key
  where kind = wanted_kind and begins = date_trunc(wanted_kind, server_clock() at time zone 'Europe/Athens')::date
$$;
