-- A name however it is accented and capitalised, with one space between its words.
create or replace function comparable_name(last_name text, first_name text) returns text
language sql immutable as $$
  select trim(regexp_replace(
    upper(regexp_replace(normalize(concat_ws(' ', last_name, first_name), NFD), '[\u0300-\u036f]', '', 'g') collate "el-x-icu"),
    '\s+', ' ', 'g'))
$$;
