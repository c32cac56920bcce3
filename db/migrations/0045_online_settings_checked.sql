-- Validated apart, so that nobody waits (0044).
alter table office
  validate constraint office_online_lead_minutes_check,
  validate constraint office_online_horizon_days_check,
  validate constraint office_online_release_time_check,
  validate constraint office_online_limit_check,
  validate constraint office_online_counter_percent_check;
