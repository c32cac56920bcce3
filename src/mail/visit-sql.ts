import type { CalendarEntry } from "../appointments/along/calendar-entry.ts";
import { visitCaseOf } from "../appointments/field/visit-case.ts";
import { hasPlace, type Status } from "../appointments/statuses.ts";
import type { Read } from "../platform/database/sql.ts";
import { clockTextOf, dateTextOf } from "../platform/time.ts";
import type { CitizensLanguage } from "../text/languages.ts";
import { localName, type Named } from "../text/local-names.ts";
import type { VisitCase } from "../text/to-bring.ts";
import { type ServicesWords, type TranslatedService, wordedServices } from "./letter/services-words.ts";

/** What a letter says of an appointment, as it is at the moment of sending. */
export interface Visit extends ServicesWords {
  readonly id: string;
  readonly reference: string;
  readonly email: string | null;
  /** The one they chose; English where the ministry has switched it off since */
  readonly language: CitizensLanguage;
  /** For whom somebody comes */
  readonly visitCase: VisitCase;
  /** Its name; null: it is for none */
  readonly business: string | null;
  readonly status: Status;
  readonly isLive: boolean;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** Date and time of Athens */
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
  /** The office that has it now */
  readonly transferredTo: string | null;
  readonly version: number;
  /** In its citizen's calendar, as the office before has left it; null: the entry began with the appointment */
  readonly entry: CalendarEntry | null;
  /** Until when a citizen's form holds it; null: none does */
  readonly heldUntil: Temporal.Instant | null;
  /** An earlier place that is held for its citizen; null: none is */
  readonly offer: EarlierOffer | null;
  /** Whether the wish for which alone its row stands was confirmed; null: it is no such row, or its wish is over */
  readonly isWishConfirmed: boolean | null;
  /** A form waits for it: it is held once its link was opened */
  readonly awaitsEmail: boolean;
}

/** Of a visit of which there is no more to say. */
export const NOTHING_MORE = {
  persons: [],
  visitCase: "self",
  business: null,
  transferredTo: null,
  entry: null,
  heldUntil: null,
  offer: null,
  awaitsEmail: false,
  isWishConfirmed: null,
} as const;

export interface EarlierOffer {
  /** Whose the place is; null: of the office that has the appointment */
  readonly office: OfferingOffice | null;
  readonly startsAt: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/** Its name in the language of the appointment */
export interface OfferingOffice {
  readonly name: string;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly municipality: string;
}

interface VisitRow
  extends Omit<
    Visit,
    "isLive" | "date" | "time" | "visitCase" | "business" | keyof ServicesWords | "transferredTo" | "offer"
  > {
  readonly party: "citizen" | "business";
  readonly behalf: "minor" | "proxy" | null;
  readonly business_name: string | null;
  readonly offerStartsAt: Temporal.Instant | null;
  readonly offerUntil: Temporal.Instant | null;
  readonly offerOffice: (OfferingOffice & Named) | null;
  readonly services: readonly TranslatedService[];
  readonly newOffice: Named | null;
}

/** By the appointment's id. */
export async function visitsToTell(
  tx: Read,
  officeId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Visit>> {
  const rows = await tx.sql<VisitRow>`
    select appointment.id, reference, email, party, behalf, business_name, status,
      case when wished in ('el', 'en') or exists (select from counter_language where language = wished and is_on)
        then wished else 'en' end as language,
      appointment.starts_at as "startsAt", appointment.ends_at as "endsAt",
      (select json_agg(json_build_object('code', service.code, 'person', person,
          'name', service.name, 'nameEn', service.name_en, 'toBring', service.to_bring,
          'own', (select words from translation where greek = service.name and translation.language = wished),
          'ownLines', (select json_object_agg(greek, words) from translation where translation.language = wished
            and greek in (select item ->> 'greek' from jsonb_array_elements(service.to_bring) as item)))
          order by person, at)
        from services_of_visit(appointment) as done join service on service.code = done.code) as services,
      extract(epoch from coalesce(
        case when without_visit then offer.ends_at - offer.starts_at end, appointment.ends_at - appointment.starts_at
      ))::integer / 60 as minutes,
      (select json_build_object('name', office.name, 'nameEn', office.name_en)
        from office where office.code = transferred_to) as "newOffice", appointment.version,
      (select json_build_object('uid', uid, 'sequence', sequence)
        from calendar_entry where office_id = ${officeId} and appointment_id = appointment.id) as entry,
      form.held_until as "heldUntil", coalesce(awaits_email, false) as "awaitsEmail",
      wish.is_confirmed as "isWishConfirmed",
      offer.starts_at as "offerStartsAt", offer.until as "offerUntil",
      (select json_build_object('name', office.name, 'nameEn', office.name_en, 'address', address,
          'postcode', postcode, 'municipality', municipality)
        from office where office.id = place_office and place_office <> ${officeId}) as "offerOffice"
    from appointment
      left join booking_form as form
        on form.office_id = ${officeId} and form.appointment_id = appointment.id and confirmed_at is null
      cross join lateral coalesce(form.language, appointment.language) as wished
      left join earlier_offer as offer
        on offer.office_id = ${officeId} and offer.appointment_id = appointment.id and outcome is null
      left join earlier_wish as wish
        on wish.office_id = ${officeId} and wish.appointment_id = appointment.id and without_visit
    where appointment.office_id = ${officeId} and appointment.id = any (${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, visitOf(row)]));
}

/** When somebody acted on it last. */
export async function lastChangeOf(tx: Read, officeId: number, id: string): Promise<Temporal.Instant> {
  const rows = await tx.sql<{ at: Temporal.Instant }>`
    select coalesce((select max(at) from appointment_event where office_id = ${officeId} and appointment_id = ${id}), created_at) as at
    from appointment where office_id = ${officeId} and id = ${id}`;
  return rows[0]?.at as Temporal.Instant;
}

const visitOf = ({
  party,
  behalf,
  business_name,
  services,
  newOffice,
  offerStartsAt,
  offerUntil,
  offerOffice,
  ...row
}: VisitRow): Visit => ({
  ...row,
  visitCase: visitCaseOf({ party, behalf }),
  business: business_name || null,
  offer: offerStartsAt &&
    offerUntil && {
      startsAt: offerStartsAt,
      until: offerUntil,
      office: offerOffice && { ...offerOffice, name: localName(offerOffice, row.language) },
    },
  ...wordedServices(services, visitCaseOf({ party, behalf }), row.language),
  transferredTo: newOffice && localName(newOffice, row.language),
  isLive: hasPlace(row.status),
  date: dateTextOf(row.startsAt),
  time: clockTextOf(row.startsAt),
});

/** Who writes: an office as its letters show it. */
export interface Sender {
  readonly name: string;
  readonly nameEn: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly municipality: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly access: Readonly<Record<AccessFact, boolean | null>>;
  readonly accessNotes: string | null;
  readonly note: string | null;
  readonly noteEn: string | null;
  /** Citizens book here, and change what they have booked */
  readonly isOpenToCitizens: boolean;
  /** Of the whole nation's letters */
  readonly frame: LetterFrame;
}

/** As the ministry has it. */
interface LetterFrame {
  readonly senderName: string;
  readonly foot: string | null;
  readonly footEn: string | null;
}

export const ACCESS_FACTS = ["stepFreeEntrance", "lift", "accessibleWc", "disabledParking"] as const;
type AccessFact = (typeof ACCESS_FACTS)[number];

export async function senderOf(tx: Read, officeId: number): Promise<Sender> {
  const rows = await tx.sql<Sender>`
    select name, name_en as "nameEn", address, postcode, municipality, phone, email, access_notes as "accessNotes",
      settings.mail_note as note, settings.mail_note_en as "noteEn",
      is_open_to_citizens(id, region) as "isOpenToCitizens",
      json_build_object('senderName', sender_name, 'foot', foot, 'footEn', foot_en) as frame,
      json_build_object('stepFreeEntrance', has_step_free_entrance, 'lift', has_lift,
        'accessibleWc', has_accessible_wc, 'disabledParking', has_disabled_parking) as access
    from office join office_settings as settings on settings.office_id = office.id cross join letter_frame
    where office.id = ${officeId}`;
  return rows[0] as Sender;
}
