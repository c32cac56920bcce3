-- Validated apart, so that nobody waits (0050).
alter table public_booking validate constraint public_booking_extent_check;
