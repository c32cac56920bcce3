import type { AcrossOffices, Read, Tx } from "../../platform/database/sql.ts";

/** SQL of what offices give by draw. */

/** How many places of each week's draw, and when: of an ISO weekday, in a part of it (0 morning, 1 noon, 2 afternoon). */
export interface WeekPlaces {
  readonly weekday: number;
  readonly part: number;
  readonly count: number;
}

export interface OfficeDraws {
  readonly service: string;
  readonly queue: number;
  readonly places: readonly WeekPlaces[];
  readonly since: Temporal.Instant;
  readonly version: number;
  /** Whose places are held by now */
  readonly settledVersion: number;
}

export const officeDraws = (tx: Read, officeId: number): Promise<OfficeDraws[]> =>
  tx.sql<OfficeDraws>`
    select service, queue, places, since, version, settled_version as "settledVersion" from draw_office
    where office_id = ${officeId} order by service`;

/** Of two who save at once the second one sees what the first one wrote, also where there was nothing before. */
export async function lockOfficeDraws(tx: Tx, officeId: number): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(hashtextextended(${`draws of ${officeId}`}, 0))`;
}

/** Nobody else changes it until the transaction ends; null: the office gives none of it by draw. */
export async function lockedOfficeDraws(tx: Tx, officeId: number, service: string): Promise<OfficeDraws | null> {
  const rows = await tx.sql<OfficeDraws>`
    select service, queue, places, since, version, settled_version as "settledVersion" from draw_office
    where office_id = ${officeId} and service = ${service} for update`;
  return rows[0] ?? null;
}

export async function writeOfficeDraws(
  tx: Tx,
  officeId: number,
  {
    service,
    queue,
    places,
    now,
  }: Pick<OfficeDraws, "service" | "queue" | "places"> & { readonly now: Temporal.Instant },
): Promise<void> {
  await tx.sql`
    insert into draw_office (office_id, service, queue, places, since)
    values (${officeId}, ${service}, ${queue}, ${JSON.stringify(places)}::jsonb, ${now})
    on conflict (office_id, service) do update set queue = excluded.queue, places = excluded.places,
      version = draw_office.version + 1`;
}

export async function deleteOfficeDraws(tx: Tx, officeId: number, service: string): Promise<void> {
  await tx.sql`delete from draw_office where office_id = ${officeId} and service = ${service}`;
}

/** Its places are held as that version says. */
export async function noteSettledVersion(tx: Tx, officeId: number, service: string, version: number): Promise<void> {
  await tx.sql`
    update draw_office set settled_version = ${version} where office_id = ${officeId} and service = ${service}`;
}

export interface DrawingOffice {
  readonly office: number;
  readonly service: string;
  readonly version: number;
  /** Whose places are held by now */
  readonly settledVersion: number;
}

export const officesDrawing = (tx: AcrossOffices): Promise<DrawingOffice[]> =>
  tx.sql<DrawingOffice>`
    select office_id as office, service, version, settled_version as "settledVersion" from offices_drawing()`;
