-- Who came without an appointment during an outage and went away unserved is written down later, as having left. When that was is
-- known from paper, and is no waiting time.
alter table ticket_event add column paper_at timestamptz;
comment on column ticket_event.paper_at is 'When it happened by what was noted on paper; null: at the moment it was recorded';
