-- A year's holidays as the law has them, those too that fall on one date.
create or replace function holiday_defaults(year integer)
returns table (date date, name text, name_en text, closed_from_minute integer)
language sql immutable as $$
  values
    (make_date(year, 1, 1), 'Πρωτοχρονιά', 'New Year''s Day', 0),
    (make_date(year, 1, 6), 'Θεοφάνια', 'Epiphany', 0),
    (orthodox_easter(year) - 48, 'Καθαρά Δευτέρα', 'Clean Monday', 0),
    (make_date(year, 3, 25), '25η Μαρτίου', '25 March', 0),
    (orthodox_easter(year) - 2, 'Μεγάλη Παρασκευή', 'Good Friday', 0),
    (orthodox_easter(year) - 1, 'Μεγάλο Σάββατο', 'Holy Saturday', 0),
    (orthodox_easter(year), 'Κυριακή του Πάσχα', 'Easter Sunday', 0),
    (orthodox_easter(year) + 1, 'Δευτέρα του Πάσχα', 'Easter Monday', 0),
    (make_date(year, 5, 1), 'Πρωτομαγιά', 'Labour Day', 0),
    (orthodox_easter(year) + 50, 'Αγίου Πνεύματος', 'Whit Monday', 0),
    (make_date(year, 8, 15), 'Κοίμηση της Θεοτόκου', 'Dormition', 0),
    (make_date(year, 10, 28), '28η Οκτωβρίου', '28 October', 0),
    (make_date(year, 12, 24), 'Παραμονή Χριστουγέννων', 'Christmas Eve', 780),
    (make_date(year, 12, 25), 'Χριστούγεννα', 'Christmas Day', 0),
    (make_date(year, 12, 26), 'Σύναξη της Θεοτόκου', 'Second day of Christmas', 0),
    (make_date(year, 12, 31), 'Παραμονή Πρωτοχρονιάς', 'New Year''s Eve', 780)
$$;
