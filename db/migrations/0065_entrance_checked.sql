-- Validated apart, so that nobody waits (0064).
alter table office
  validate constraint office_arrival_early_minutes_check,
  validate constraint office_arrival_late_minutes_check;
