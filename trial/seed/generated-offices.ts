import type { OfficeRow } from "../../src/offices/import-sql.ts";
import { SETTINGS } from "../../src/offices/office-settings.ts";
import { PLACES } from "./names.ts";
import { hours, type OfficePlan, type QueuePlan } from "./office-plan.ts";
import { type Random, randomOf } from "./random.ts";
import { workday } from "./workdays.ts";

/** More invented offices, as many as wanted: the same number and seed give the same office. */

const FIRST_CODE = 5000;
const KINDS = ["", "Άνω ", "Κάτω "] as const;
const KINDS_LATIN = ["", "Ano ", "Kato "] as const;

export const codeOf = (index: number): string => String(FIRST_CODE + index);

export function generatedOffice(index: number): OfficeRow {
  const [greek, latin] = PLACES[index % PLACES.length] as (typeof PLACES)[number];
  const round = Math.floor(index / PLACES.length);
  const kind = round % KINDS.length;
  const copy = Math.floor(round / KINDS.length);
  const place = `${KINDS[kind]}${greek}${copy > 0 ? ` ${copy + 1}` : ""}`;
  return {
    code: codeOf(index),
    name: `ΚΕΠ ${place}`,
    name_en: `KEP ${KINDS_LATIN[kind]}${latin}${copy > 0 ? ` ${copy + 1}` : ""}`,
    known_as: null,
    parent_code: null,
    municipality: `Δήμος ${place} (επινοημένος)`,
    regional_unit: `Επινοημένη Ενότητα ${(index % 74) + 1}`,
    region: `Επινοημένη Περιφέρεια ${(index % 13) + 1}`,
    address: `Οδός Πλατάνου ${(index % 90) + 1}`,
    postcode: String(10_005 + index),
    phone: `+302100${String(1000 + index).padStart(6, "0")}`,
    email: `kep.${codeOf(index)}@example.gr`,
    counter_hours: "Mo 08:00-15:00; Tu 08:00-15:00; We 08:00-15:00; Th 08:00-15:00; Fr 08:00-15:00",
    telephone_hours: null,
    step_free_entrance: null,
    sign_language: null,
    sign_language_days: SETTINGS.signLanguageDays.fallback,
    interpreter_languages: null,
    interpreter_days: SETTINGS.interpreterDays.fallback,
    seats: SETTINGS.seats.fallback,
    latitude: null,
    longitude: null,
    lead_minutes: SETTINGS.leadMinutes.fallback,
    example: true,
  };
}

export function generatedPlan(index: number, seed: number, today: Temporal.PlainDate): OfficePlan {
  const code = codeOf(index);
  const random = randomOf(seed, "queues", code);
  const queues = Array.from({ length: random.whole(4, 6) }, (_, at) => generatedQueue(at + 1, random));
  const meeting = { queue: random.whole(1, queues.length), from: "12:00", to: "13:00", reason: "Υπηρεσιακή συνάντηση" };
  return { code, queues, exceptions: [{ ...meeting, date: workday(today) }], hasAppointments: true, hasRegulars: true };
}

function generatedQueue(number: number, random: Random): QueuePlan {
  const weekly = random.pick([
    hours("12345", "08:00", "15:00"),
    hours("12345", "08:00", "15:00"),
    hours("12345", "12:30", "19:30"),
    [...hours("12345", "08:00", "15:00"), ...hours("6", "08:00", "13:30")],
    [...hours("12345", "08:00", "15:00"), ...hours("3", "17:00", "19:00")],
  ]);
  return {
    number,
    slotMinutes: random.pick([10, 15, 15, 20]),
    isActive: number === 1 || random.chance(0.8),
    hours: weekly,
  };
}
