-- Records a search before the clerk sees its result. A clerk types letter by letter: a text that goes on from the one before
-- makes no entry of its own, and says whom the first letters have shown too; any other makes the one before an entry. The last
-- one is settled by settle_searches. As whoever asks, in the transaction's office alone. Each statement sees what was written
-- while the one before it waited.
create or replace function record_search(
  of_office integer, by_employee integer, entry uuid, sought text, persons integer, seen uuid[], moment timestamptz
) returns void language plpgsql volatile as $$
declare
  before record;
begin
  loop
    select id, text, people, appointments, at into before
    from search_under_way where office_id = of_office and employee_id = by_employee for update;
    if not found then
      insert into search_under_way (office_id, employee_id, id, text, people, appointments, at)
      values (of_office, by_employee, entry, sought, persons, seen, moment) on conflict do nothing;
      -- Otherwise another request of the same employee has begun one at the same moment.
      exit when found;
    elsif starts_with(sought, before.text) and moment <= before.at + interval '10 seconds' then
      update search_under_way set text = sought, people = persons, at = moment,
        appointments = array(select distinct one from unnest(before.appointments || seen) as one)
      where office_id = of_office and employee_id = by_employee;
      exit;
    else
      insert into audit_entry (office_id, id, at, employee_id, act, details, appointments)
      values (of_office, before.id, before.at, by_employee, 'person-searched', jsonb_build_object('people', before.people),
        nullif(before.appointments, '{}'));
      update search_under_way set id = entry, text = sought, people = persons, at = moment, appointments = seen
      where office_id = of_office and employee_id = by_employee;
      exit;
    end if;
  end loop;
end $$;
