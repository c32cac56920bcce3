-- What these offices changed of their rules, and when: never who did, nor what was taken back.
create or replace function rule_acts_of_offices(wanted integer[], acts text[], since timestamptz, until timestamptz)
returns table (office integer, act text, date date)
language sql stable as $$
  select distinct office_id, act, (at at time zone 'Europe/Athens')::date
  from audit_entry
  where office_id = any (wanted) and at >= since and at < until and act = any (acts)
    -- Those of audit_entry_of_rules, so that it is read instead of all that was done there.
    and act = any (array['queue-added', 'queue-activated', 'queue-deactivated', 'queue-archived', 'hours-changed',
      'exception-added', 'exception-changed'])
    and not exists (select from audit_entry as undoing
      where undoing.office_id = audit_entry.office_id and undoing.act = 'rules-undone' and undoing.at >= since
        and (undoing.details ->> 'undoes')::uuid = audit_entry.id)
$$;
call make_definer('rule_acts_of_offices(integer[], text[], timestamptz, timestamptz)');
