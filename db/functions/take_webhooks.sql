-- Notices that are due, for one sender alone until the lease ends: of each appointment its first one that has not arrived, and
-- of a partner only so many at a time; of one that does not answer a single one. Without a key that is good it is told nothing.
create or replace function take_webhooks(moment timestamptz, lease timestamptz, most_of_partner integer, most integer)
returns setof webhook_event
language sql volatile as $$
  with due as (
    select found.office_id, found.appointment_id, found.version
    from partner cross join lateral (
      select event.office_id, event.appointment_id, event.version from webhook_event as event
      where event.partner = partner.id and state = 'planned' and due_at <= moment
        and (taken_until is null or taken_until <= moment)
        and not exists (
          select from webhook_event as earlier
          where earlier.office_id = event.office_id and earlier.appointment_id = event.appointment_id
            and earlier.version < event.version and earlier.state = 'planned')
      order by due_at
      limit greatest(0, case when webhook_failing_since is null then most_of_partner else 1 end - (
        select count(*) from webhook_event as under_way
        where under_way.partner = partner.id and under_way.state = 'planned' and under_way.taken_until > moment))
      for update skip locked) as found
    where webhook_url is not null and exists (
      select from partner_key where partner_key.partner = partner.id and revoked_at is null)
    limit most
  )
  update webhook_event as event set taken_until = lease, takings = takings + 1, attempts = attempts + 1
  from due
  where event.office_id = due.office_id and event.appointment_id = due.appointment_id and event.version = due.version
  returning event.*
$$;
call make_definer('take_webhooks(timestamptz, timestamptz, integer, integer)');
