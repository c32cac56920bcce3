-- Meeus' Julian algorithm; the Julian calendar is 13 days behind from 1900 to 2099.
create or replace function orthodox_easter(year integer) returns date language sql immutable as $$
  select make_date(year, (d + e + 114) / 31, (d + e + 114) % 31 + 1) + 13
  from (select (19 * (year % 19) + 15) % 30 as d) as moon,
       lateral (select (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7 as e) as sunday
$$;
