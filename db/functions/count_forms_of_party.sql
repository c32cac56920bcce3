-- The forms of one network address, and of its network, in whichever offices, since then: not confirmed, and confirmed.
create or replace function count_forms_of_party(address text, network text, since timestamptz)
returns table (address_open bigint, address_confirmed bigint, network_open bigint, network_confirmed bigint)
language sql stable as $$
  select count(*) filter (where address_key = address and confirmed_at is null),
    count(*) filter (where address_key = address and confirmed_at is not null),
    count(*) filter (where confirmed_at is null), count(*) filter (where confirmed_at is not null)
  from booking_form where network_key = network and seen_at > since
$$;
call make_definer('count_forms_of_party(text, text, timestamptz)');
