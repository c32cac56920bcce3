import type { Companion } from "../../appointments/field/field.ts";
import { servicesInText, visitText } from "../../appointments/field/visit-services.ts";
import type { Status } from "../../appointments/statuses.ts";
import type { Read } from "../../platform/database/sql.ts";
import { asOne, type NamedService, PLACE, type PlaceToGo } from "../office-sql.ts";

/** SQL of a citizen's own appointments, in all offices. */

export interface SignedIn {
  readonly mark: Buffer;
  readonly last_name: string;
  readonly first_name: string;
  /** So many days after a visit it is known whose it was */
  readonly keptDays: number;
}

export async function signedIn(tx: Read, tokenHash: Buffer, now: Temporal.Instant): Promise<SignedIn | null> {
  const rows = await tx.sql<SignedIn>`
    select mark, last_name, first_name, (select days from retention) as "keptDays"
    from citizen_session where token_hash = ${tokenHash} and until > ${now}`;
  return rows[0] ?? null;
}

export interface OwnReference {
  readonly office: number;
  readonly id: string;
}

export interface OwnReferences extends SignedIn {
  /** In their order; of one page */
  readonly references: readonly OwnReference[];
  /** Of all pages */
  readonly visits: number;
  readonly offices: number;
}

export interface ListPart {
  /** Those to come, or all others */
  readonly areAhead: boolean;
  /** From 0 on */
  readonly page: number;
  readonly most: number;
  readonly now: Temporal.Instant;
}

/** Who is signed in, and which appointments of theirs a page shows, in one statement; null: nobody is. */
export async function ownReferences(
  tx: Read,
  tokenHash: Buffer,
  { areAhead, page, most, now }: ListPart,
): Promise<OwnReferences | null> {
  type Row = SignedIn & {
    readonly office: number | null;
    readonly id: string;
    readonly visits: string;
    readonly offices: string;
  };
  const rows = await tx.sql<Row>`
    select mark, last_name, first_name, (select days from retention) as "keptDays",
      own.office_id as office, appointment_id as id, visits, offices
    from citizen_session
      left join lateral visits_of_owner(mark, ${now}, ${areAhead}, ${page * most}, ${most})
        with ordinality as own (office_id, appointment_id, starts_at, visits, offices, place) on true
    where token_hash = ${tokenHash} and until > ${now} order by place`;
  const [first] = rows;
  if (!first) return null;
  const references = rows.flatMap(({ office, id }) => (office === null ? [] : [{ office, id }]));
  return { ...first, references, visits: Number(first.visits ?? 0), offices: Number(first.offices ?? 0) };
}

export interface OwnVisitRow extends PlaceToGo {
  readonly id: string;
  readonly office: number;
  readonly reference: string;
  readonly starts_at: Temporal.Instant;
  readonly ends_at: Temporal.Instant;
  readonly status: Status;
  readonly last_name: string;
  readonly first_name: string;
  readonly business_name: string | null;
  readonly companions: readonly Companion[];
  readonly transferred_to: string | null;
  /** Where the office gave it another time, of itself, and nobody has since: when, and which one it was before */
  readonly movedAt: Temporal.Instant | null;
  readonly movedFrom: Temporal.Instant | null;
  readonly named: NamedService;
}

/** Of one office, with where to go and what is done there: all that a page shows of them. */
export async function ownVisitsIn(tx: Read, officeId: number, ids: readonly string[]): Promise<OwnVisitRow[]> {
  type Row = Omit<OwnVisitRow, "named"> & {
    readonly service: string;
    readonly more_services: readonly string[];
    readonly services: readonly NamedService[];
  };
  const rows = await tx.sql<Row>`
    select visit.id, ${officeId}::integer as office, reference, starts_at, ends_at, status, last_name, first_name,
      business_name, service, more_services, companions, transferred_to, moved.at as "movedAt",
      moved.was as "movedFrom", place.*, (
        select json_agg(json_build_object('code', service.code, 'name', service.name, 'nameEn', name_en, 'toBring', '[]'::json))
        from service where service.code in (select code from services_of_visit(visit))) as services
    from appointment as visit
      join (select id as place_id, code, name, ${PLACE} from office) as place on place_id = office_id
      left join lateral (
        select event.at, (changes -> 'starts_at' ->> 0)::timestamptz as was, event.employee_id
        from appointment_event as event
        where event.office_id = ${officeId} and event.appointment_id = visit.id and changes -> 'starts_at' is not null
        order by event.version desc limit 1) as moved on moved.employee_id is not null
    where office_id = ${officeId} and visit.id = any (${ids}::uuid[]) and anonymized_at is null`;
  return rows.map(({ service, more_services, services, ...row }) => {
    const text = visitText({ service, more_services, companions: row.companions, needs: [] });
    return { ...row, named: asOne(text, servicesInText(text), services) as NamedService };
  });
}
