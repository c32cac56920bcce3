-- Functions that look over all offices ran as the owner of the tables, who may be a superuser; and a search path that does
-- not name pg_temp last finds the caller's temporary tables first. Whoever could send SQL as visits_app could so have run
-- code of her own as the owner. They now run as visits_definer, which reads what they need and nothing else.

grant usage on schema public to visits_definer;
grant select on reference_key, words_missing, office_service, sweep, sweep_office, queue_hours, queue_activity,
  queue_substitute, closure, holiday to visits_definer;
grant select (id, region) on office to visits_definer;
grant select (office_id, starts_at, ends_at, live, service) on appointment to visits_definer;
grant select (office_id, number, employee_id, is_active, is_archived) on queue to visits_definer;
grant select (office_id, queue, kind, starts_at, ends_at) on exception to visits_definer;
grant select, update (at), delete on search_under_way to visits_definer;
grant insert on audit_entry to visits_definer;
grant usage on sequence reference_number to visits_definer;

do $$
declare name text;
begin
  foreach name in array array['words_missing', 'office_service', 'sweep_office', 'queue', 'queue_hours', 'queue_activity',
    'queue_substitute', 'exception', 'appointment'] loop
    execute format('create policy definer on %I for select to visits_definer using (true)', name);
  end loop;
end $$;
create policy definer on search_under_way to visits_definer using (true);
create policy definer on audit_entry for insert to visits_definer with check (true);

create procedure make_definer(wanted regprocedure) language plpgsql as $$
begin
  execute format('alter function %s security definer set search_path = pg_catalog, public, pg_temp', wanted);
  execute format('revoke execute on function %s from public', wanted);
  execute format('grant execute on function %s to visits_app', wanted);
  -- PostgreSQL asks this of an owner who is no superuser: the new owner may create where the function stands.
  grant create on schema public to visits_definer;
  execute format('alter function %s owner to visits_definer', wanted);
  revoke create on schema public from visits_definer;
end $$;
comment on procedure make_definer is 'Lets the application run a function as visits_definer; a migration calls it for each that sees over offices';
revoke execute on procedure make_definer from public;

call make_definer('new_reference()');
call make_definer('settle_searches(timestamptz)');
call make_definer('offices_with_words_missing()');
call make_definer('offices_with_own_minutes()');
call make_definer('offices_to_sweep(uuid)');
call make_definer('sweep_progress(uuid[])');
call make_definer('doubly_served(integer, date)');
call make_definer('count_of_service(text, timestamptz, integer, integer)');
call make_definer('count_in_time(text, timestamptz, timestamptz, timestamptz, integer, integer)');
call make_definer('count_reopened(text, timestamptz, timestamptz, timestamptz, uuid, date, integer, integer)');

-- The application makes nothing: neither temporary tables nor, in a database begun before PostgreSQL 15, lasting ones.
revoke create on schema public from public;
do $$ begin
  execute format('revoke temporary on database %I from public', current_database());
end $$;
