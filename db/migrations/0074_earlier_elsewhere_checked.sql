-- Looked at apart from where it was added: wishes are written meanwhile.
alter table earlier_wish validate constraint earlier_wish_offices_check;
