import type { Read } from "../../platform/database/sql.ts";

/** All that is kept of one appointment, as it stands in its tables; of the staff nobody is named. */
export interface VisitExport {
  readonly office: { readonly code: string; readonly name: string };
  readonly service: string;
  readonly appointment: Readonly<Record<string, unknown>>;
  readonly history: readonly {
    readonly at: string;
    readonly kind: string;
    readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>;
  }[];
  readonly letters: readonly Readonly<Record<string, unknown>>[];
  readonly calls: readonly Readonly<Record<string, unknown>>[];
  /** Who sees it in «Τα ραντεβού μου»: how that was proven, and since when */
  readonly owners: readonly { readonly way: "taxisnet" | "code"; readonly since: string }[];
  /** For a place that becomes free; null: none */
  readonly wish: Readonly<Record<string, unknown>> | null;
}

export async function visitExports(tx: Read, officeId: number, ids: readonly string[]): Promise<VisitExport[]> {
  return tx.sql<VisitExport>`
    select json_build_object('code', office.code, 'name', office.name) as office, service.name as service,
      to_jsonb(visit) - array['office_id', 'phone_reversed', 'live', 'created_by', 'kept_by', 'anonymized_at'] as appointment,
      (select coalesce(json_agg(json_build_object('at', at, 'kind', kind, 'changes', changes::jsonb - 'kept_by')
          order by event.version), '[]')
        from appointment_event as event where event.office_id = ${officeId} and appointment_id = visit.id) as history,
      (select coalesce(json_agg(to_jsonb(mail) - array['office_id', 'cause', 'replaces'] order by planned_at, mail.id), '[]')
        from mail where mail.office_id = ${officeId} and appointment_id = visit.id) as letters,
      (select coalesce(json_agg(to_jsonb(call) - array['office_id', 'noted_by', 'cause', 'replaces']), '[]')
        from call where call.office_id = ${officeId} and appointment_id = visit.id) as calls,
      (select coalesce(json_agg(json_build_object('way', way, 'since', since) order by since), '[]')
        from visit_owner as owner where owner.office_id = ${officeId} and owner.appointment_id = visit.id) as owners,
      (select to_jsonb(wish) - array['office_id', 'appointment_id']
        from earlier_wish as wish where wish.office_id = ${officeId} and appointment_id = visit.id) as wish
    from appointment as visit join office on office.id = office_id join service on service.code = visit.service
    where office_id = ${officeId} and visit.id = any (${ids}::uuid[]) order by starts_at`;
}
