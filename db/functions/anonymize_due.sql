-- Makes anonymous what an office has kept as long as the ministry wants it kept, a part at a time, the oldest first: the end
-- of its day and so many days more have passed. How many that were; null when another process is at this office.
create or replace function anonymize_due(wanted_office integer, moment timestamptz, most integer) returns integer
language plpgsql volatile as $$
declare
  due_before constant date := (moment at time zone 'Europe/Athens')::date - (select days from retention);
  since date;
  wanted uuid[];
  reached date;
begin
  insert into anonymized_until (office_id, date) select id, '-infinity' from office where id = wanted_office
  on conflict do nothing;
  select date into since from anonymized_until where office_id = wanted_office for update skip locked;
  if not found then return null; end if;
  select array_agg(id), max(starts_at at time zone 'Europe/Athens')::date into wanted, reached
  from (select id, starts_at from appointment
    where office_id = wanted_office and starts_at >= since::timestamp at time zone 'Europe/Athens'
      and starts_at < due_before::timestamp at time zone 'Europe/Athens' and anonymized_at is null
    order by starts_at limit most for no key update) as due;
  if wanted is not null then perform anonymize(wanted_office, wanted, moment); end if;
  if coalesce(cardinality(wanted), 0) < most then reached := due_before; end if;
  update anonymized_until set date = reached where office_id = wanted_office and date < reached;
  return coalesce(cardinality(wanted), 0);
end $$;
call make_definer('anonymize_due(integer, timestamptz, integer)');
