-- Makes anonymous what an office has kept as long as the ministry wants it kept, a part at a time, the oldest first: the end
-- of its day and so many days more have passed, by the server's clock too. Of the transaction's own office alone, and never
-- without an entry in its audit. How many that were; null when another process is at this office. Messages that are of no
-- appointment are deleted after the same time.
create or replace function anonymize_due(wanted_office integer, moment timestamptz, most integer) returns integer
language plpgsql volatile as $$
declare
  clock constant timestamptz := server_clock();
  due_before constant date := (least(moment, clock) at time zone 'Europe/Athens')::date - (select days from retention);
  at_once constant integer := least(most, 1000);
  since date;
  wanted uuid[];
  reached date;
begin
  if wanted_office is distinct from current_office() then
    raise insufficient_privilege using message = 'What another office keeps is not anonymized from here.';
  end if;
  insert into anonymized_until (office_id, date) select id, '-infinity' from office where id = wanted_office
  on conflict do nothing;
  select date into since from anonymized_until where office_id = wanted_office for update skip locked;
  if not found then return null; end if;
  select array_agg(id), max(starts_at at time zone 'Europe/Athens')::date into wanted, reached
  from (select id, starts_at from appointment
    where office_id = wanted_office and starts_at >= since::timestamp at time zone 'Europe/Athens'
      and starts_at < due_before::timestamp at time zone 'Europe/Athens' and anonymized_at is null
    order by starts_at limit at_once for no key update) as due;
  if wanted is not null then
    perform anonymize(wanted_office, wanted, clock);
    insert into audit_entry (office_id, id, at, act, details) values (wanted_office, gen_random_uuid(), clock, 'due-anonymized',
      jsonb_build_object('visits', cardinality(wanted), 'before', due_before));
  end if;
  delete from mail where office_id = wanted_office and appointment_id is null
    and planned_at < due_before::timestamp at time zone 'Europe/Athens';
  if coalesce(cardinality(wanted), 0) < at_once then reached := due_before; end if;
  update anonymized_until set date = reached where office_id = wanted_office and date < reached;
  return coalesce(cardinality(wanted), 0);
end $$;
call make_definer('anonymize_due(integer, timestamptz, integer)');
