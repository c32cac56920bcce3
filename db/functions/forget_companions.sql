-- Takes the names of companions from an appointment, which stays whose it is: in its row, in what its history tells, and by
-- what it is found. It is an act of its own in the history, with the same companions before and after, so that no form that
-- was opened before brings a name back. The version that it makes; null: there is no name.
create or replace function forget_companions(
  wanted_office integer, wanted uuid, places integer[], kept_words text[], moment timestamptz, entry uuid
) returns integer language plpgsql volatile as $$
declare
  visit appointment;
  names jsonb[];
begin
  select * into strict visit from appointment where office_id = wanted_office and id = wanted for no key update;
  select array_agg(each - 'services') into names
  from jsonb_array_elements(visit.companions) with ordinality as companion (each, nr)
  where nr - 1 = any (places) and concat(each ->> 'lastName', each ->> 'firstName') <> '';
  if names is null then return null; end if;
  update appointment_event set changes = (
      select json_object_agg(key, case key
        when 'companions' then json_build_array(
          companions_without((value -> 0)::jsonb, names), companions_without((value -> 1)::jsonb, names))
        when 'last_name' then json_build_array(
          name_without(value ->> 0, 'lastName', names, visit.last_name), name_without(value ->> 1, 'lastName', names, visit.last_name))
        when 'first_name' then json_build_array(
          name_without(value ->> 0, 'firstName', names, visit.first_name), name_without(value ->> 1, 'firstName', names, visit.first_name))
        else value end)
      from json_each(changes))
  where office_id = wanted_office and appointment_id = wanted
    and array['companions', 'last_name', 'first_name'] && array(select json_object_keys(changes));
  visit.companions := companions_without(visit.companions, names);
  update appointment set companions = visit.companions, version = visit.version + 1
  where office_id = wanted_office and id = wanted;
  insert into appointment_event (office_id, appointment_id, version, kind, at, cause, changes)
  values (wanted_office, wanted, visit.version + 1, 'changed', moment, entry,
    json_build_object('companions', json_build_array(visit.companions, visit.companions)));
  delete from appointment_word
  where office_id = wanted_office and appointment_id = wanted and word <> all (kept_words);
  return visit.version + 1;
end $$;
comment on function forget_companions is 'Not for the application: only for the owner, when a companion asks for it';
revoke execute on function forget_companions(integer, uuid, integer[], text[], timestamptz, uuid) from public;
