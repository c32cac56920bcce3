-- No booking ever changes it: what is booked most is counted where it is asked.
comment on column office.usual_service is 'What people mostly come for, as somebody there said: what is brought in from paper begins with it; null: nobody has';
