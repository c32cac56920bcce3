-- The offices in which citizens may book a service, all of several, or (null) anything: the ministry has opened it there, and a queue is
-- public and takes visits, or will on a day to come.
create or replace function offices_open_to_citizens(wanted text, today date) returns setof integer
language sql stable as $$
  select id from office
  where is_open_to_citizens(id, region)
    and exists (
      select from queue where office_id = office.id and is_public and not is_archived and (is_active or exists (
        select from queue_activity as dated
        where dated.office_id = office.id and queue = number and dated.is_active and upper(valid) > today)))
    and not exists (
      select from office_service as own where own.office_id = office.id and service = any (regexp_split_to_array(wanted, '[,;]')) and not is_offered)
$$;
call make_definer('offices_open_to_citizens(text, date)');
