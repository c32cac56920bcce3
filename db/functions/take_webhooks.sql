-- Notices that are due, for one sender alone for a minute, after which it is taken for dead: of each appointment its first one
-- that has not arrived, and of a partner only so many at a time; of one that does not answer a single one. Without a key that is
-- good, or while it is paused, it is told nothing; what has waited for the end of a pause is tried from then on. Their ids alone:
-- what they say is read in their offices.
create or replace function take_webhooks(moment timestamptz, most_of_partner integer, most integer)
returns table (office_id integer, appointment_id uuid, version integer)
language sql volatile as $$
  with clock as (
    select least(moment, server_clock()) as now
  ), due as (
    select found.office_id, found.appointment_id, found.version
    from clock cross join partner cross join lateral (
      select event.office_id, event.appointment_id, event.version from webhook_event as event
      where event.partner = partner.id and state = 'planned' and due_at <= now
        and (taken_until is null or taken_until <= now)
        and not exists (
          select from webhook_event as earlier
          where earlier.office_id = event.office_id and earlier.appointment_id = event.appointment_id
            and earlier.version < event.version and earlier.state = 'planned')
      order by due_at
      limit greatest(0, case when webhook_failing_since is null then most_of_partner else 1 end - (
        select count(*) from webhook_event as under_way
        where under_way.partner = partner.id and under_way.state = 'planned' and under_way.taken_until > now))
      for update skip locked) as found
    where webhook_url is not null and paused_at is null and exists (
      select from partner_key where partner_key.partner = partner.id and revoked_at is null)
    limit most
  )
  update webhook_event as event set taken_until = now + interval '1 minute', takings = takings + 1, attempts = attempts + 1,
    trying_since = greatest(trying_since, resumed_at)
  from due, clock, partner
  where event.office_id = due.office_id and event.appointment_id = due.appointment_id and event.version = due.version
    and partner.id = event.partner
  returning event.office_id, event.appointment_id, event.version
$$;
call make_definer('take_webhooks(timestamptz, integer, integer)');
