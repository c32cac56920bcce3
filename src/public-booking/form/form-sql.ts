import { type AcrossOffices, part, type Read, type Tx } from "../../platform/database/sql.ts";
import type { CitizensLanguage } from "../../text/languages.ts";
import type { Identity } from "./identity.ts";
import type { Typed } from "./typed.ts";

/** SQL of what citizens are filling in. */

export interface FormRow {
  readonly token_hash: Buffer;
  /** The row that holds the chosen time, or did */
  readonly appointment_id: string;
  /** The appointment that is to be moved there; null: a new one */
  readonly moves: string | null;
  /** Null: it is held no more, or has become an appointment */
  readonly held_until: Temporal.Instant | null;
  readonly is_extended: boolean;
  readonly service: string;
  readonly starts_at: Temporal.Instant;
  readonly language: CitizensLanguage;
  readonly typed: Typed;
  /** By the word of the government's sign-in, or of a wallet */
  readonly identity: Identity | null;
  readonly link_asked_at: Temporal.Instant | null;
  /** E-mails with a link that were asked for */
  readonly links_asked: number;
  readonly confirmed_at: Temporal.Instant | null;
  readonly seen_at: Temporal.Instant;
  /** Its time is held only once it is known who asks */
  readonly awaits_email: boolean;
  /** Its place was offered to whoever wished for one */
  readonly is_offered: boolean;
  /** Where it came from, by which it is noticed who holds many times; null: that is not known */
  readonly address_key: string | null;
  readonly network_key: string | null;
  /** What the browser computed for it */
  readonly proof: string | null;
  /** Hashed: who it is, by TAXISnet, a wallet's number or the appointment that is moved; null: nothing shows it yet */
  readonly person_key: Buffer | null;
}

const FORM = part`token_hash, appointment_id, moves, held_until, is_extended, service, starts_at, language, typed,
  identity, link_asked_at, links_asked, confirmed_at, seen_at, awaits_email, is_offered, address_key, network_key,
  proof, person_key`;

/** As it is read: a time that was given back otherwise than by its form, as by a change of rules, is held no more. */
export const READ_FORM = part`token_hash, appointment_id, moves, (
    select booking_form.held_until from appointment as held
    where held.office_id = booking_form.office_id and held.id = booking_form.appointment_id and held.status = 'held'
  ) as held_until, is_extended, service, starts_at, language, typed, identity, link_asked_at, links_asked, confirmed_at,
  seen_at, awaits_email, is_offered, address_key, network_key, proof, person_key`;

export async function formOf(tx: Read, officeId: number, tokenHash: Buffer): Promise<FormRow | null> {
  const rows = await tx.sql<FormRow>`
    select ${READ_FORM} from booking_form where office_id = ${officeId} and token_hash = ${tokenHash}`;
  return rows[0] ?? null;
}

/**
 * The same kept from others until the transaction ends: a second press of the same button waits here. Locked first, and read
 * by a statement behind that: the one that waits sees of other tables what stood when it began.
 */
export async function lockedForm(tx: Tx, officeId: number, tokenHash: Buffer): Promise<FormRow | null> {
  const [, form] = await Promise.all([
    tx.sql`select from booking_form where office_id = ${officeId} and token_hash = ${tokenHash} for update`,
    formOf(tx, officeId, tokenHash),
  ]);
  return form;
}

/** Nobody else holds a time under this key until the transaction ends: a form that there is not yet can't be locked. */
export async function lockKey(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(hashtextextended(${`form ${tokenHash.toString("hex")}`}, 0))`;
}

export async function formOfAppointment(tx: Read, officeId: number, appointment: string): Promise<FormRow | null> {
  const rows = await tx.sql<FormRow>`
    select ${READ_FORM} from booking_form where office_id = ${officeId} and appointment_id = ${appointment}`;
  return rows[0] ?? null;
}

/** The form whose time an appointment holds, locked; it is no more than one. */
export async function lockedFormOfAppointment(tx: Tx, officeId: number, appointment: string): Promise<FormRow | null> {
  const [, form] = await Promise.all([
    tx.sql`select from booking_form where office_id = ${officeId} and appointment_id = ${appointment} for update`,
    formOfAppointment(tx, officeId, appointment),
  ]);
  return form;
}

/** The key before this one leads to it no more. */
export async function writeForm(tx: Tx, officeId: number, form: FormRow): Promise<void> {
  const { token_hash, person_key, ...rest } = form;
  await tx.sql`
    insert into booking_form (office_id, ${FORM})
    select ${officeId}::integer, ${token_hash}::bytea, appointment_id, moves, held_until, is_extended, service, starts_at,
      language, typed, identity, link_asked_at, links_asked, confirmed_at, seen_at, awaits_email, is_offered,
      address_key, network_key, proof, ${person_key}::bytea
    from json_populate_record(null::booking_form, ${JSON.stringify(rest)}::json)
    on conflict (office_id, token_hash) do update set appointment_id = excluded.appointment_id, moves = excluded.moves,
      held_until = excluded.held_until, is_extended = excluded.is_extended, service = excluded.service,
      starts_at = excluded.starts_at, language = excluded.language, typed = excluded.typed,
      identity = excluded.identity, link_asked_at = excluded.link_asked_at,
      links_asked = excluded.links_asked, confirmed_at = excluded.confirmed_at,
      seen_at = excluded.seen_at, awaits_email = excluded.awaits_email, is_offered = excluded.is_offered, address_key = excluded.address_key,
      network_key = excluded.network_key, proof = excluded.proof, person_key = excluded.person_key, former_hash = null`;
}

/** Of trust: a browser has a new key with each, and the one before may take the same step once more, and no other. */
export type KeyStep = "time" | "who" | "sign-in" | "identity" | "confirm" | "end";

interface NewKey {
  readonly key: Buffer;
  /** That leads there for a moment more; null: none does */
  readonly former: Buffer | null;
  readonly step: KeyStep;
  readonly now: Temporal.Instant;
}

/** A form lies under another key from now on. */
export async function renewKey(
  tx: Tx,
  officeId: number,
  tokenHash: Buffer,
  { key, former, step, now }: NewKey,
): Promise<void> {
  await tx.sql`
    update booking_form set token_hash = ${key}, former_hash = ${former}, key_step = ${step}, key_renewed_at = ${now}
    where office_id = ${officeId} and token_hash = ${tokenHash}`;
}

/** Where the form of a browser's key lies. */
export interface KeyedForm {
  readonly office: number;
  readonly tokenHash: Buffer;
  /** It is the key before, and has been another one since then */
  readonly isFormer: boolean;
  readonly renewedAt: Temporal.Instant | null;
}

export async function formOfKey(tx: AcrossOffices, tokenHash: Buffer): Promise<KeyedForm | null> {
  const [row] = await tx.sql<Omit<KeyedForm, "tokenHash">>`
    select office_id as office, renewed_at as "renewedAt", is_former as "isFormer" from form_of_key(${tokenHash})`;
  return row ? { ...row, tokenHash } : null;
}

/**
 * The same form, kept from others until the transaction ends. In the scope of its office.
 * @param step that is to be taken: by the key before it is nobody else's; null: whichever led to the key of now
 */
export async function lockedFormOfKey(
  tx: Tx,
  { office, tokenHash, isFormer }: KeyedForm,
  step: KeyStep | null,
): Promise<FormRow | null> {
  const isTheirs = isFormer
    ? part`former_hash = ${tokenHash} and key_step = coalesce(${step}, key_step)`
    : part`token_hash = ${tokenHash}`;
  const [, rows] = await Promise.all([
    tx.sql`select from booking_form where office_id = ${office} and ${isTheirs} for update`,
    tx.sql<FormRow>`select ${READ_FORM} from booking_form where office_id = ${office} and ${isTheirs}`,
  ]);
  return rows[0] ?? null;
}

export async function deleteForm(tx: Tx, officeId: number, tokenHash: Buffer): Promise<void> {
  await tx.sql`delete from booking_form where office_id = ${officeId} and token_hash = ${tokenHash}`;
}

/** Forms that were not seen since then, but for those whose time is still held; what was held for those never confirmed. */
export async function deleteFormsSeenBefore(tx: Tx, officeId: number, moment: Temporal.Instant): Promise<string[]> {
  const rows = await tx.sql<{ appointment_id: string; confirmed_at: Temporal.Instant | null }>`
    delete from booking_form where office_id = ${officeId} and seen_at <= ${moment} and held_until is null
    returning appointment_id, confirmed_at`;
  return rows.flatMap(({ appointment_id, confirmed_at }) => (confirmed_at ? [] : [appointment_id]));
}

/** The row that holds its time, or did. */
export type HeldForm = Pick<FormRow, "appointment_id" | "is_offered">;

/**
 * Those whose time is over are told so; the rows that held it. Forms at which somebody is just now are passed by. Asked before
 * each hold: which they are is known before the table is looked at, for in a rush it has thousands that are not over.
 */
export const endHoldsOver = (tx: Tx, officeId: number, moment: Temporal.Instant): Promise<HeldForm[]> =>
  tx.sql<HeldForm>`
    update booking_form set held_until = null
    where office_id = ${officeId} and token_hash = any(array(
      select token_hash from booking_form where office_id = ${officeId} and held_until <= ${moment}
      for update skip locked))
    returning appointment_id, is_offered`;

export async function officesWithHoldsOver(
  tx: AcrossOffices,
  moment: Temporal.Instant,
  seenBefore: Temporal.Instant,
): Promise<number[]> {
  const rows = await tx.sql<{ office: number }>`
    select office from offices_with_holds_over(${moment}, ${seenBefore}) as office`;
  return rows.map(({ office }) => office);
}
