-- How many appointments in a closed time have nobody's decision yet is counted over all offices (count_undecided).
grant select (kept_by) on appointment to visits_definer;
