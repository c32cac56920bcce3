import { formatPhone } from "../../../../kit/dates.ts";
import type { Texts } from "../../../../kit/form/typing.ts";
import type { FieldError } from "../../../../platform/refusal.ts";
import type { Appointment, BookingRequest, ChangeRequest, DetailsRequest } from "../../../contract.ts";
import { fieldOf, isList, TYPED, type TypedColumn } from "../../../field/columns.ts";
import type { APPOINTMENT_FIELDS } from "../../../field/fields.ts";
import { faultsAtCounter, fieldErrors } from "../../../rules.ts";
import type { Slot } from "../../plan-marks.ts";
import { placeRequest } from "../times/place.ts";

type Typed = { readonly [Name in TypedColumn as (typeof APPOINTMENT_FIELDS)[Name]["name"]]: string };

/** What is being typed about a person, in the names of the server's fields. Pure: form ↔ request. */
export interface AppointmentDraft extends Typed {
  readonly party: Appointment["party"];
  readonly channel: Appointment["channel"];
  readonly language: Appointment["language"];
}

const TYPED_FIELDS = TYPED.map(fieldOf);
const BY_HAND = TYPED_FIELDS.filter(({ typed }) => typed?.isText);

export const emptyDraft = (service: string): AppointmentDraft => ({ ...EMPTY, service });

const EMPTY = Object.fromEntries(
  TYPED_FIELDS.map(({ name, typed }) => [name, typed?.empty ?? ""]),
) as unknown as AppointmentDraft;

/** Whether something would be lost: choices alone are quickly made again. */
export const hasContent = (draft: AppointmentDraft): boolean =>
  BY_HAND.some(({ name, typed }) => draft[name as keyof AppointmentDraft].trim() !== typed?.empty);

export function appointmentDraft(appointment: Appointment): AppointmentDraft {
  const { business, phone } = appointment;
  const values: Readonly<Record<string, unknown>> = {
    ...appointment,
    "business.name": business?.name,
    "business.afm": business?.afm,
    phone: phone && formatPhone(phone),
  };
  return Object.fromEntries(
    TYPED_FIELDS.map(({ name, kind }) => [
      name,
      isList({ kind }) ? JSON.stringify(values[name]) : (values[name] ?? ""),
    ]),
  ) as unknown as AppointmentDraft;
}

export const appointmentTexts = (appointment: Appointment): Texts => ({ ...appointmentDraft(appointment) });

/** The choices among the texts are those that the form offers. */
export const draftOf = (values: Texts): AppointmentDraft => ({ ...emptyDraft(""), ...values }) as AppointmentDraft;

/** @param isNameOptional the citizen stands at the counter */
export function draftFaults(values: Texts, isNameOptional = false): readonly FieldError[] {
  const draft = draftOf(values);
  const details = detailsRequestOf(draft);
  const faults = isNameOptional ? faultsAtCounter(details) : fieldErrors(details);
  return draft.service === "" ? [...faults, { field: "service", code: "service-required" }] : faults;
}

/** An appointment that citizens made themselves stays theirs: its channel is not typed. */
export function detailsRequestOf(draft: AppointmentDraft): DetailsRequest {
  const typed = TYPED_FIELDS.filter(({ name }) => !name.startsWith("business.")).map(({ name, typed }) => {
    const value = draft[name as keyof AppointmentDraft];
    if (typed && isList(typed)) return [name, JSON.parse(value)];
    return [name, typed?.kind.startsWith("maybe-") ? valueOrNull(value) : value];
  });
  const { channel, ...details } = { ...Object.fromEntries(typed), business: businessOf(draft) };
  return channel === "online" ? details : { ...details, channel };
}

export const bookingOf = (draft: AppointmentDraft, slot: Slot): BookingRequest => ({
  ...placeRequest(slot),
  ...detailsRequestOf(draft),
});

/** A merge patch of what differs; a business goes as a whole. */
export function changesOf(base: AppointmentDraft, draft: AppointmentDraft): ChangeRequest {
  const before = detailsRequestOf(base);
  const after = detailsRequestOf(draft);
  const changed = Object.entries(after).filter(
    ([field, value]) => !isEqual(value, before[field as keyof DetailsRequest]),
  );
  return Object.fromEntries(changed);
}

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function businessOf(draft: AppointmentDraft): DetailsRequest["business"] {
  if (draft.party === "citizen") return null;
  return { name: draft["business.name"], afm: valueOrNull(draft["business.afm"]) };
}

const valueOrNull = (text: string): string | null => (text.trim() === "" ? null : text);
