-- When an office is open at its counters and answers its telephone: facts of its own, whatever its queues serve.
alter table office
  add column counter_hours text,
  add column telephone_hours text,
  add column hours_exceptions text;
comment on column office.counter_hours is 'By weekday, such as Mo 08:00-15:00; Tu 08:00-15:00 17:00-19:00: closed on days that are not named; null: not known';
comment on column office.telephone_hours is 'When its telephone is answered, written so too';
comment on column office.hours_exceptions is 'Days that are otherwise, a line each: first day, with a last one behind a slash, then counter, telephone and why, as in 2026-12-24|08:00-12:00|closed|…; nothing between the bars: as always';

-- Whether each mark comes before the next: hours that do neither overlap nor end before they begin.
create function ascends(marks text[]) returns boolean language sql immutable parallel safe as $$
  select not exists (
    select from unnest(marks) with ordinality as mark (text, n)
    where n > 1 and mark.text collate "C" <= marks[n - 1] collate "C")
$$;

create function is_week_of_hours(week text) returns boolean language sql immutable parallel safe as $$
  select week ~ '^(Mo|Tu|We|Th|Fr|Sa|Su)( ([01]\d|2[0-4]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d)+(; (Mo|Tu|We|Th|Fr|Sa|Su)( ([01]\d|2[0-4]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d)+)*$'
    and week !~ '24:(0[1-9]|[1-5])' and week !~ '(Mo|Tu|We|Th|Fr|Sa|Su).*\1'
    and ascends(array(
      select array_position(array['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'], left(day.text, 2)) || mark.text[1]
      from regexp_split_to_table(week, '; ') with ordinality as day (text, n)
        cross join lateral regexp_matches(day.text, '\d\d:\d\d', 'g') with ordinality as mark (text, n)
      order by day.n, mark.n))
$$;

create function are_hours_exceptions(lines text) returns boolean language sql immutable parallel safe as $$
  select char_length(lines) <= 15000 and not exists (
      select from regexp_split_to_table(lines, '\n') as line
      where line !~ '^\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?(\|(closed|\d\d:\d\d-\d\d:\d\d( \d\d:\d\d-\d\d:\d\d)*)?){2}\|[^\n]{0,120}$'
        or line ~ '^[^|]*\|\|\|'
        or exists (
          select from unnest((string_to_array(line, '|'))[2:3]) as times
          where times not in ('', 'closed') and not is_week_of_hours('Mo ' || times)))
    and ascends(array(
      select mark.text from regexp_split_to_table(lines, '\n') with ordinality as line (text, n)
        cross join lateral (values (split_part(split_part(line.text, '|', 1), '/', 1) || ' begins', 1),
          (coalesce(nullif(split_part(split_part(line.text, '|', 1), '/', 2), ''), split_part(line.text, '|', 1)) || ' ends', 2)) as mark (text, n)
      order by line.n, mark.n))
$$;

alter table office
  add constraint office_counter_hours_check check (is_week_of_hours(counter_hours)) not valid,
  add constraint office_telephone_hours_check check (is_week_of_hours(telephone_hours)) not valid,
  add constraint office_hours_exceptions_check check (are_hours_exceptions(hours_exceptions)) not valid;
grant update (counter_hours, telephone_hours, hours_exceptions) on office to visits_app;
