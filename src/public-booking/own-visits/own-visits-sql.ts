import type { Companion } from "../../appointments/field/field.ts";
import { servicesInText, visitText } from "../../appointments/field/visit-services.ts";
import type { Status } from "../../appointments/statuses.ts";
import type { SignInWay } from "../../identity/citizens/session.ts";
import type { AcrossOffices, Read } from "../../platform/database/sql.ts";
import { asOne, type NamedService, type PlaceToGo } from "../office-sql.ts";

/** SQL of a citizen's own appointments, in all offices. */

export interface SignedIn {
  readonly mark: Buffer;
  readonly way: SignInWay;
  readonly last_name: string;
  readonly first_name: string;
  /** So many days after a visit it is known whose it was */
  readonly keptDays: number;
}

export async function signedIn(tx: Read, tokenHash: Buffer, now: Temporal.Instant): Promise<SignedIn | null> {
  const rows = await tx.sql<SignedIn>`
    select mark, way, last_name, first_name, (select days from retention) as "keptDays"
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
  tx: AcrossOffices,
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
    select mark, way, last_name, first_name, (select days from retention) as "keptDays",
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

export interface OwnVisitRow extends PlaceInWords {
  readonly id: string;
  readonly office: number;
  readonly reference: string;
  readonly starts_at: Temporal.Instant;
  readonly ends_at: Temporal.Instant;
  readonly status: Status;
  readonly last_name: string;
  readonly first_name: string;
  readonly business_name: string | null;
  readonly service: string;
  readonly more_services: readonly string[];
  readonly companions: readonly Companion[];
  readonly transferred_to: string | null;
  /** Where the office gave it another time, of itself, and nobody has since: when, and which one it was before */
  readonly movedAt: Temporal.Instant | null;
  readonly movedFrom: Temporal.Instant | null;
  /** All that is done in it */
  readonly services: readonly NamedService[];
}

/** What a page says of an office. */
type PlaceInWords = Pick<PlaceToGo, "name" | "nameEn" | "address" | "postcode" | "municipality" | "phone">;

/** Of one office, with where to go and what is done: all that a page shows of them. */
export const ownVisitsIn = (tx: Read, officeId: number, ids: readonly string[]): Promise<OwnVisitRow[]> =>
  tx.sql<OwnVisitRow>`
    select visit.id, ${officeId}::integer as office, reference, starts_at, ends_at, status, last_name, first_name,
      business_name, service, more_services, companions, transferred_to, moved.at as "movedAt",
      moved.was as "movedFrom", name, name_en as "nameEn", address, postcode, municipality, office.phone,
      (select json_agg(json_build_object('code', done.code, 'name', done.name, 'nameEn', done.name_en, 'toBring', '[]'::json))
       from service as done
       where done.code = visit.service or done.code = any (visit.more_services)
         or done.code = any (array(select jsonb_path_query(visit.companions, '$[*].services[*]') #>> '{}'))) as services
    from appointment as visit
      join office on office.id = office_id
      left join lateral (
        select event.at, (changes -> 'starts_at' ->> 0)::timestamptz as was, event.employee_id
        from appointment_event as event
        where event.office_id = ${officeId} and event.appointment_id = visit.id and changes -> 'starts_at' is not null
        order by event.version desc limit 1) as moved on moved.employee_id is not null
    where office_id = ${officeId} and visit.id = any (${ids}::uuid[]) and anonymized_at is null`;

/** What is done in it, as one: its names are the same in all offices. */
export function namedServiceOf(visit: OwnVisitRow): NamedService {
  const text = visitText({ ...visit, needs: [] });
  return asOne(text, servicesInText(text), visit.services) as NamedService;
}
