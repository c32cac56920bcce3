import {
  isVisitText,
  servicesInText,
  servicesOfRow,
  visitOfText,
  workOfRow,
} from "../appointments/field/visit-services.ts";
import { type LengthTerms, minutesTogether } from "../appointments/place/length.ts";
import { part, type Read } from "../platform/database/sql.ts";
import type { ItemToBring } from "../text/to-bring.ts";

/** SQL of what citizens read of an office and of a service. */

export interface PlaceToGo {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly municipality: string;
  readonly phone: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Null: not known */
  readonly stepFreeEntrance: boolean | null;
  readonly lift: boolean | null;
  readonly accessibleWc: boolean | null;
  readonly disabledParking: boolean | null;
  readonly accessNotes: string | null;
  readonly signLanguage: boolean | null;
  readonly signLanguageDays: number;
  /** «sq,ar», as the office has said; null: nothing */
  readonly interpreterLanguages: string | null;
  readonly interpreterDays: number;
}

/** Columns of an office; its code and name stand before them. */
export const PLACE = part`name_en as "nameEn", address, postcode, municipality, phone, latitude, longitude,
  has_step_free_entrance as "stepFreeEntrance", has_lift as lift, has_accessible_wc as "accessibleWc",
  has_disabled_parking as "disabledParking", access_notes as "accessNotes",
  has_sign_language as "signLanguage", sign_language_days as "signLanguageDays",
  interpreter_languages as "interpreterLanguages", interpreter_days as "interpreterDays"`;

export async function placeToGo(tx: Read, officeId: number): Promise<PlaceToGo> {
  const rows = await tx.sql<PlaceToGo>`select code, name, ${PLACE} from office where id = ${officeId}`;
  return rows[0] as PlaceToGo;
}

export async function placeOfCode(tx: Read, code: string): Promise<PlaceToGo | null> {
  const rows = await tx.sql<PlaceToGo>`select code, name, ${PLACE} from office where code = ${code}`;
  return rows[0] ?? null;
}

export interface NamedService {
  /** Of several, all that is done, as `visitText` writes it */
  readonly code: string;
  /** What a visit of several consists of, each once */
  readonly several?: readonly NamedService[];
  readonly name: string;
  readonly nameEn: string;
  readonly toBring: readonly ItemToBring[];
}

/** As the catalogue has them; PostgreSQL would take offence at some other texts. */
const SERVICE_CODE = /^[a-z0-9-]{1,40}$/;

export interface ServiceAtOffice extends NamedService {
  /** At this office */
  readonly minutes: number;
  /** Of several, what the shortest takes by itself */
  readonly least: number;
  readonly isOffered: boolean;
}

/**
 * As the office does it; null: the catalogue has none of that code.
 * @param text of several services, all of them
 */
export async function offeredService(tx: Read, officeId: number, text: string): Promise<ServiceAtOffice | null> {
  const codes = codesIn(text);
  if (!codes) return null;
  const rows = await tx.sql<Omit<ServiceAtOffice, "least"> & Pick<LengthTerms, "common" | "longer">>`
    select service.code, service.name, service.name_en as "nameEn", to_bring as "toBring",
      coalesce(own.minutes, service.minutes) as minutes, coalesce(own.is_offered, true) as "isOffered",
      common_minutes as common, longer_minutes as longer
    from service join office_settings as settings on settings.office_id = ${officeId}
      left join office_service as own on own.office_id = ${officeId} and own.service = service.code
    where service.code = any (${codes}::text[])`;
  const service = asOne(text, codes, rows);
  if (!service) return null;
  const { common = 0, longer = 0 } = rows[0] ?? {};
  const terms = { minutes: new Map(rows.map(({ code, minutes }) => [code, minutes])), common, longer };
  return {
    ...service,
    minutes: minutesTogether(workOfRow(visitOfText(text)), terms),
    least: Math.min(...rows.map(({ minutes }) => minutes)),
    isOffered: rows.every(({ isOffered }) => isOffered),
  };
}

/** As the catalogue has it; null: it has none of that code. */
export async function namedService(tx: Read, text: string): Promise<NamedService | null> {
  const codes = codesIn(text);
  if (!codes) return null;
  const rows = await tx.sql<NamedService>`
    select code, name, name_en as "nameEn", to_bring as "toBring" from service where code = any (${codes}::text[])`;
  return asOne(text, codes, rows);
}

/** Each once; null: it is no text that a visit could have. */
export function codesIn(text: string): readonly string[] | null {
  const codes = isVisitText(text) ? servicesInText(text) : [];
  return codes.length > 0 && codes.every((code) => SERVICE_CODE.test(code)) ? codes : null;
}

/** Null where one of them is missing. */
export function asOne(text: string, codes: readonly string[], rows: readonly NamedService[]): NamedService | null {
  const found = codes.flatMap((code) => rows.find((row) => row.code === code) ?? []);
  const [first] = found;
  if (!first || found.length < codes.length) return null;
  if (text === first.code) return first;
  const isOne = servicesOfRow(visitOfText(text)).length === 1;
  return { ...first, code: text, ...(!isOne && { several: found }) };
}
