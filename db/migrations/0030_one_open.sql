-- Nothing asks this view. visits_check.open_parts (db/functions) says what is open, and not only what is closed.
drop view visits_check.closed;
