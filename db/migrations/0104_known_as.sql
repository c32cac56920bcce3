-- What people call the place of an office besides its name and municipality: Γιάννενα, Σαντορίνη, Μενίδι.
alter table office add column known_as text;
comment on column office.known_as is 'Other names of its place, with commas between';
