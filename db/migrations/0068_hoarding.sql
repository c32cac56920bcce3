-- Against hoarding: by what it is noticed that one party holds many times and confirms none, and what it does then.
create table online_secret (key bytea not null);
comment on table online_secret is 'One row: under it addresses are hashed, and what browsers compute is signed';
insert into online_secret
  select decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');
grant select on online_secret to visits_app;

alter table booking_form
  add column address_key text,
  add column network_key text,
  add column proof text,
  add column awaits_email boolean not null default false;
comment on column booking_form.address_key is 'Of the network address it came from, hashed under a key of this installation''s';
comment on column booking_form.proof is 'What the browser computed for it: good for one form';
comment on column booking_form.awaits_email is 'Its time is held only once it is known who asks';
-- Forms live for hours, and few at a time: nobody waits.
-- squawk-ignore require-concurrent-index-creation
create index booking_form_by_network on booking_form (network_key) where network_key is not null;
-- squawk-ignore require-concurrent-index-creation
create unique index booking_form_by_proof on booking_form (office_id, proof) where proof is not null;
grant select (address_key, network_key, confirmed_at) on booking_form to visits_definer;

-- Of visits whose e-mail is all that shows who asks, the domain of that as well: a day gives few to those of which nobody has
-- come yet.
alter table online_person add column is_new_domain boolean not null default false;
comment on column online_person.is_new_domain is 'The key is an e-mail''s domain, of which nobody had come by then';

-- Letters with a link that were asked for lately, from whichever office's form: nobody's mailbox is filled by others.
create table link_asked (
  mailbox bytea not null,
  asked_at timestamptz not null
);
comment on column link_asked.mailbox is 'Hashed as in online_person, however its address was spelt';
create index link_asked_by_mailbox on link_asked (mailbox, asked_at);
create index link_asked_by_time on link_asked (asked_at);
grant select, insert, delete on link_asked to visits_app;

-- How often citizens are asked or refused something so that nobody holds the times of others: numbers for the head.
create table hoarding_count (
  office_id integer not null,
  date date not null,
  what text not null,
  count integer not null,
  primary key (office_id, date, what),
  foreign key (office_id) references office (id)
);
call keep_to_office('hoarding_count');
grant select, insert, update, delete on hoarding_count to visits_app;

alter table office
  add column online_held_percent integer not null default 5,
  add constraint office_online_held_percent_check check (online_held_percent between 1 and 100) not valid;
comment on column office.online_held_percent is 'Of a day''s public places so many are held at most for citizens who are still filling in';
