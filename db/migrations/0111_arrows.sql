-- Where a counter is, as seen from the screen that calls to it.
alter table queue add column arrow text;
alter table queue add constraint queue_arrow_check check (arrow in ('left', 'ahead', 'right')) not valid;
comment on column queue.arrow is 'Where its counter is, as seen from a display; null: the display shows no arrow';
