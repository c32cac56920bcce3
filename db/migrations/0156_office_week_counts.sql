-- What the page of an office's head adds up, of each closed week: its days have each measure by half-hours, and to read eight
-- weeks of them took longer than all the rest of the page.
create table office_week_counts (
  office_id integer not null,
  monday date not null,
  counts json not null,
  primary key (office_id, monday),
  foreign key (office_id, monday) references office_week (office_id, monday) on delete cascade
);
comment on table office_week_counts is 'Beside the sums of a week, and gone with them: a release that does not know of it sums a week anew';
comment on column office_week_counts.counts is 'As src/measures/figures/week-counts.ts has them';
call keep_to_office('office_week_counts');
grant select, insert on office_week_counts to visits_app;
