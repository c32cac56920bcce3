-- What was noted on paper while the program could not be reached is caught up afterwards: the act is recorded now, and
-- happened then. Waiting times are not counted from such acts.
alter table appointment_event add column paper_at timestamptz;
comment on column appointment_event.paper_at is 'When it happened, by what was noted on paper; null: it was recorded as it happened';
comment on column appointment.last_name is 'Of the citizen, or of the business''s legal representative; empty: nobody noted the name of a walk-in';
