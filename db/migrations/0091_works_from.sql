-- The oldest program that works with these tables: it brings this migration. Null: any that is older works with them.
alter table migration add column if not exists works_from text;
