-- Each search moves the one row of its employee on, and an index over its time would be written each time. Those who search at
-- one moment are few enough to be looked through twice a minute.
-- squawk-ignore require-concurrent-index-deletion
drop index search_under_way_by_time;
