-- The offices that give services by draw, as their heads say: of the ministry's services alone, and where citizens may book.
create or replace function offices_drawing()
returns table (office_id integer, service text, version integer, settled_version integer)
language sql stable as $$
  select given.office_id, given.service, given.version, given.settled_version from draw_office as given join draw_service using (service)
    join office on office.id = given.office_id
  where is_open_to_citizens(office.id, office.region) order by 2, 1
$$;
call make_definer('offices_drawing()');
