import type { Read, Tx } from "../platform/database/sql.ts";
import type { CompanionErasure } from "./erasures-file.ts";
import type { VisitState } from "./subject/visit.ts";

/** SQL of the names of those who only come along: of the owner of the tables, in all offices. */

interface Gone {
  /** Among the companions, counted from 0 */
  readonly places: readonly number[];
  /** By which the visit is found all the same */
  readonly words: readonly string[];
  /** The audit's */
  readonly entry: string;
}

/** The version that the visit has then; null: nobody stands there with a name. */
export async function forgetNames(
  tx: Tx,
  { office_id, id }: Pick<VisitState, "office_id" | "id">,
  { places, words, entry }: Gone,
  at: Temporal.Instant,
): Promise<number | null> {
  const [row] = await tx.sql<{ version: number | null }>`
    select forget_companions(${office_id}, ${id}, ${places}::int[], ${words}::text[], ${at}, ${entry}) as version`;
  return row?.version ?? null;
}

export type CompanionMark = Omit<CompanionErasure, "office" | "appointment">;

export async function insertMark(
  tx: Tx,
  { office_id, id }: Pick<VisitState, "office_id" | "id">,
  { version, place, at }: CompanionMark,
): Promise<void> {
  await tx.sql`
    insert into companion_erasure (office_id, appointment_id, version, place, at)
    values (${office_id}, ${id}, ${version}, ${place}, ${at}) on conflict do nothing`;
}

/** Of these the ones of which this database knows nothing, or does not keep, with the ids of their visits. */
export async function openMarks(
  tx: Read,
  marks: readonly CompanionErasure[],
): Promise<(CompanionMark & { readonly appointment: string })[]> {
  return tx.sql<CompanionMark & { appointment: string }>`
    select visit.id as appointment, wanted.version, place, at
    from unnest(${marks.map(({ office }) => office)}::text[], ${marks.map(({ appointment }) => appointment)}::uuid[],
        ${marks.map(({ version }) => version)}::int[], ${marks.map(({ place }) => place)}::int[],
        ${marks.map(({ at }) => String(at))}::timestamptz[]) as wanted (code, id, version, place, at)
      join office using (code) join appointment as visit on visit.office_id = office.id and visit.id = wanted.id
    where anonymized_at is null and not exists (
      select from companion_erasure as mark where mark.office_id = office.id and mark.appointment_id = wanted.id
        and mark.version = wanted.version and mark.place = wanted.place and not (
          visit.version = mark.version and has_companion(visit.companions, mark.place)))`;
}
