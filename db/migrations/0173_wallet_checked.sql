-- Looked at apart from where it was added: people book meanwhile.
alter table visit_owner validate constraint visit_owner_way_check;
