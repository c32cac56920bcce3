-- Whoever signed in is counted by who comes, everybody else by visits: names that nobody proves are typed as one likes.
alter table online_person add column is_identified boolean not null default false;
comment on column online_person.is_identified is 'Booked by whom the government had identified: those who come are counted each for themselves';
grant select (last_name, first_name) on appointment to visits_definer;
