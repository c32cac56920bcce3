-- An office that wishes so hears each evening how many are to come the next day.
alter table office add column evening_message boolean not null default false;
comment on column office.evening_message is 'At 20:00 its e-mail gets the next day''s number of appointments by queue';

-- Looked at apart from where they were added: messages are written meanwhile.
alter table mail validate constraint mail_kind_check;
alter table mail validate constraint mail_letter_only_check;
