-- Without a key its rows can't be deleted where another database follows this one's tables. They are those of one day.
-- squawk-ignore adding-serial-primary-key-field, adding-not-nullable-field, adding-field-with-default
alter table link_asked add column id bigint generated always as identity primary key;
