-- Under what a service stands at an entrance is what the ministry says of it, as all else of the catalogue.
alter table service add column entrance_group text;
comment on column service.entrance_group is 'Under what it is at an entrance that gives numbers; null: nobody has said, there it is something else';
alter table service add constraint service_entrance_group_check check (entrance_group in
  ('signatures', 'certificates', 'vehicles', 'benefits', 'collection', 'other')) not valid;
update service set entrance_group = grouped.name, version = version + 1
  from service_group as grouped where grouped.service = code;
