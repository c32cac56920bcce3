-- The key before leads back only to the step that gave the new one: a button that was pressed twice, and no other.
alter table booking_form add column key_step text;
comment on column booking_form.key_step is 'The step that gave its key, which the key before may take once more; null: none';

-- Whose mailbox is of a domain of their own moves as they book: a day gives few of its places to one domain.
alter table online_person add column is_domain boolean not null default false;
comment on column online_person.is_domain is 'Of a domain that is not everybody''s, whether anybody of it has come or not';
