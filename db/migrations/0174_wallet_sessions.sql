-- Whoever is signed in, or has a wish in a draw, may be known by the number of their European wallet.
alter table citizen_session add column way text not null default 'taxisnet';
alter table citizen_session add constraint citizen_session_way_check check (way in ('taxisnet', 'wallet')) not valid;
comment on column citizen_session.way is 'By whose word it is said who they are';

alter table draw_person drop constraint draw_person_mark_check;
alter table draw_person add constraint draw_person_mark_check
  check (mark in ('afm', 'pan', 'email', 'phone', 'domain')) not valid;
comment on column draw_person.mark is 'Of what it is the hash; pan: of the administrative number of a wallet; domain: one of the few that mailboxes of a domain share, from which nobody has come';
