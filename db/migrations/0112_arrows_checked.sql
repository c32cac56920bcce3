-- Looked at apart from where it was added: the table is written meanwhile.
alter table queue validate constraint queue_arrow_check;
