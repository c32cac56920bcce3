-- Seals entries in all offices, each behind its office's last seal. One process at a time: a chain has one end.
create or replace function seal_audit(most integer) returns integer language plpgsql volatile as $$
declare
  entry audit_entry;
  sealed integer := 0;
  chain integer;
  last bigint;
  seal bytea;
begin
  if not pg_try_advisory_xact_lock(hashtext('seal_audit'), 0) then
    return 0;
  end if;
  for entry in
    with taken as (
      delete from audit_unsealed where (office_id, entry_id) in (
        select office_id, entry_id from audit_unsealed order by office_id, entry_id limit most)
      returning office_id, entry_id
    )
    select audit_entry.* from taken join audit_entry on audit_entry.office_id = taken.office_id and id = entry_id
    order by audit_entry.office_id, at, id
  loop
    if chain is distinct from entry.office_id then
      chain := entry.office_id;
      select number, hash into last, seal from audit_seal where office_id = chain order by number desc limit 1;
      last := coalesce(last, 0);
    end if;
    last := last + 1;
    seal := sha256(coalesce(seal, '') || convert_to(audit_content(entry), 'UTF8'));
    insert into audit_seal (office_id, number, entry_id, hash) values (chain, last, entry.id, seal);
    sealed := sealed + 1;
  end loop;
  return sealed;
end $$;
comment on function seal_audit is 'At most so many; how many there were';
call make_definer('seal_audit(integer)');
