-- Takes from appointments of an office all that tells whose they were, everywhere it stands; what is left counts: when, which
-- queue and service, what became of it and who of the staff did it. For good: there is no way back. Each statement sees what
-- was written while the one before it waited.
create or replace function anonymize(wanted_office integer, wanted uuid[], moment timestamptz) returns void
language plpgsql volatile as $$
begin
  -- A sender that is at a letter of theirs ends first; what still waits has nobody to go to any more.
  perform pg_advisory_xact_lock(hashtextextended(id, 0))
  from (select distinct appointment_id::text as id from mail
    where office_id = wanted_office and appointment_id = any (wanted) and state in ('planned', 'sending') order by 1) as waiting;
  update appointment set last_name = '', first_name = '', phone = null, email = null,
    business_name = case party when 'business' then '' end, business_afm = null, interpreter = null, interpretation = null, needs = '{}', behalf = null,
    matter = null, notes = null,
    companions = (select coalesce(jsonb_agg(each || '{"lastName": "", "firstName": ""}'), '[]') from jsonb_array_elements(companions) as each),
    cancellation_reason = null,
    anonymized_at = moment
  where office_id = wanted_office and id = any (wanted);
  update appointment_event set changes = (
      select coalesce(json_object_agg(key, value), '{}') from json_each(changes)
      where key in ('office', 'queue', 'starts_at', 'ends_at', 'status', 'called_at', 'counter', 'service', 'more_services', 'party', 'channel',
        'language', 'transferred_to', 'kept_by'))
  where office_id = wanted_office and appointment_id = any (wanted) and changes::text <> '{}';
  update mail set address = '', told = null, answer = null,
    settled_at = case when state in ('planned', 'sending') then moment else settled_at end,
    state = case when state in ('planned', 'sending') then 'withdrawn' else state end
  where office_id = wanted_office and appointment_id = any (wanted);
  delete from appointment_word where office_id = wanted_office and appointment_id = any (wanted);
  delete from online_person where office_id = wanted_office and appointment_id = any (wanted);
  delete from calendar_entry where office_id = wanted_office and appointment_id = any (wanted);
  delete from visit_in_vain where office_id = wanted_office and visit = any (wanted);
  delete from visit_owner where office_id = wanted_office and appointment_id = any (wanted);
  delete from earlier_wish where office_id = wanted_office and appointment_id = any (wanted);
  delete from partner_visit where office_id = wanted_office and appointment_id = any (wanted);
  delete from webhook_event where office_id = wanted_office and appointment_id = any (wanted);
  delete from appointment_link where office_id = wanted_office and appointment_id = any (wanted);
  delete from idempotency_key where office_id = wanted_office and exists (
    select from regexp_matches(response::text, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') as found (id)
    where id[1]::uuid = any (wanted));
end $$;
comment on function anonymize is 'Not for the application, which could take anything with it: only for what is due, and for the owner';
revoke execute on function anonymize(integer, uuid[], timestamptz) from public;
grant execute on function anonymize(integer, uuid[], timestamptz) to visits_definer;
