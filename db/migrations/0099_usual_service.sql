-- Which service the office's people mostly come for, where somebody has said it; never guessed from a list.
alter table office add column usual_service text;
alter table office add constraint office_usual_service_fkey foreign key (usual_service) references service not valid;
comment on column office.usual_service is 'What people mostly come for, as somebody there said, until bookings tell it; null: nobody has';
