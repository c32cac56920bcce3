-- The offices that have messages to send, or to take up where a sender has died.
create or replace function offices_with_mail(wanted timestamptz) returns setof integer
language sql stable as $$
  select distinct office_id from mail where state in ('planned', 'sending') and due_at <= wanted order by office_id
$$;
call make_definer('offices_with_mail(timestamptz)');
