-- Looked at apart from where it was added: offices are written to meanwhile.
alter table office validate constraint office_online_partner_percent_check;
