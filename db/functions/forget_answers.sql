-- An answer stored for a repetition holds a whole appointment. A day later nobody repeats, and an office in which nobody
-- writes any more would keep it: swept in all offices, for which the application itself has no eyes.
create or replace function forget_answers(before timestamptz) returns bigint language sql volatile as $$
  with gone as (
    delete from idempotency_key where (office_id, employee_id, route, key) in (
      select old.* from office cross join lateral (
        select office_id, employee_id, route, key from idempotency_key
        where office_id = office.id and created_at <= before
        order by created_at limit 1000 for update skip locked) as old
      limit 1000)
    returning 1
  ), gone_nationally as (
    delete from national_idempotency_key where (employee_id, route, key) in (
      select employee_id, route, key from national_idempotency_key
      where created_at <= before order by created_at limit 1000 for update skip locked)
    returning 1
  )
  select (select count(*) from gone) + (select count(*) from gone_nationally)
$$;
comment on function forget_answers is
  'At most a thousand of each at a time; how many there were';
call make_definer('forget_answers(timestamptz)');
