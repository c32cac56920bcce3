-- Of these offices, each with the id of one message: those that have not planned it.
create or replace function offices_without_message(wanted integer[], ids uuid[]) returns setof integer
language sql stable as $$
  select office from unnest(wanted, ids) as message (office, id)
  where not exists (select from mail where mail.office_id = message.office and mail.id = message.id) order by office
$$;
call make_definer('offices_without_message(integer[], uuid[])');
