-- The key before leads back only to the step that gave the new one: a button that was pressed twice, and no other.
alter table booking_form add column key_step text;
comment on column booking_form.key_step is 'The step that gave its key, which the key before may take once more; null: none';
