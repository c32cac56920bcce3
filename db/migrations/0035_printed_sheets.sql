-- How often the list of a day was printed. Who printed what stands in the audit; here is what numbers the next print, and
-- what tells whether an outage would find today's sheet on paper.
create table printed_sheet (
  office_id integer not null references office,
  sheet text not null constraint printed_sheet_sheet_check check (sheet in ('day', 'calls')),
  date date not null,
  prints integer not null default 0,
  printed_at timestamptz,
  put_away_by integer[] not null default '{}',
  primary key (office_id, sheet, date)
);
comment on column printed_sheet.printed_at is 'The last time; null: never';
comment on column printed_sheet.put_away_by is 'Employees who want to be reminded of it no more';
call keep_to_office('printed_sheet');
grant select, insert, update on printed_sheet to visits_app;
