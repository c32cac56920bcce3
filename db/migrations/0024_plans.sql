-- The application plans each statement once. What counts over all offices depends on how much of the nation it is asked for:
-- such functions are planned each time.
alter function doubly_served(integer, date) set plan_cache_mode = force_custom_plan;
alter function count_of_service(text, timestamptz, integer, integer) set plan_cache_mode = force_custom_plan;
alter function count_in_time(text, timestamptz, timestamptz, timestamptz, integer, integer) set plan_cache_mode = force_custom_plan;
alter function count_reopened(text, timestamptz, timestamptz, timestamptz, uuid, date, integer, integer)
  set plan_cache_mode = force_custom_plan;
