-- A tax number says who somebody is everywhere else: the application reads its own signed-in employee's and looks for one
-- that the sign-in or the directory has named, and no statement of its own lists them. Rights come from the directory by
-- functions for just that.

revoke select, insert, update on employee from visits_app;
grant select (id, last_name, first_name, is_ministry, synced_at) on employee to visits_app;
grant select, insert (afm, last_name, first_name, synced_at), update (last_name, first_name, is_ministry, synced_at)
  on employee to visits_definer;

create function employee_of_afm(wanted text)
returns table (id integer, last_name text, first_name text, is_ministry boolean, synced_at timestamptz)
language sql stable as $$
  select id, last_name, first_name, is_ministry, synced_at from employee where afm = wanted
$$;

create function own_afm() returns text language sql stable as $$
  select afm from employee where id = current_employee()
$$;

-- Until the first sync the row says that the directory has never answered.
create function keep_employee(given_afm text, given_last_name text, given_first_name text) returns integer
language sql volatile as $$
  insert into employee (afm, last_name, first_name, synced_at) values (given_afm, given_last_name, given_first_name, 'epoch')
  on conflict (afm) do update set last_name = excluded.last_name, first_name = excluded.first_name
  returning id
$$;

-- False when a later answer of the directory was stored meanwhile; otherwise the row stays locked until the end.
create function keep_directory_answer(ministry boolean, asked_at timestamptz) returns boolean
language sql volatile as $$
  with kept as (
    update employee set is_ministry = ministry, synced_at = asked_at
    where id = current_employee() and (synced_at <= asked_at or synced_at > asked_at + interval '1 minute') returning 1)
  select exists (select from kept)
$$;

-- An answer stored for a repetition holds a whole appointment. A day later nobody repeats, and an office in which nobody
-- writes any more would keep it: swept in all offices, for which the application itself has no eyes.
grant select (office_id, employee_id, route, key, created_at), delete, update (created_at) on idempotency_key to visits_definer;
grant select (employee_id, route, key, created_at), delete, update (created_at) on national_idempotency_key to visits_definer;
create policy definer on idempotency_key to visits_definer using (true);

create function forget_answers(before timestamptz) returns bigint language sql volatile as $$
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
comment on function forget_answers is 'At most a thousand of each at a time; how many there were';

call make_definer('employee_of_afm(text)');
call make_definer('own_afm()');
call make_definer('keep_employee(text, text, text)');
call make_definer('keep_directory_answer(boolean, timestamptz)');
call make_definer('forget_answers(timestamptz)');
