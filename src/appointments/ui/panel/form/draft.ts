import { formatPhone } from "../../../../kit/dates.ts";
import type { Texts } from "../../../../kit/form/typing.ts";
import type { FieldError } from "../../../../platform/refusal.ts";
import type { Appointment, BookingRequest, ChangeRequest, DetailsRequest } from "../../../contract.ts";
import { faultsAtCounter, fieldErrors } from "../../../rules.ts";
import type { Slot } from "../../plan-marks.ts";
import { askedPlace } from "../times/place.ts";

/** What is being typed about a person, in the names of the server's fields. Pure: form ↔ request. */
export interface AppointmentDraft {
  readonly party: "citizen" | "business";
  readonly "business.name": string;
  readonly "business.afm": string;
  readonly lastName: string;
  readonly firstName: string;
  readonly phone: string;
  readonly email: string;
  readonly service: string;
  readonly notes: string;
  readonly channel: Appointment["channel"];
  readonly language: Appointment["language"];
}

export const emptyDraft = (service: string): AppointmentDraft => ({
  party: "citizen",
  "business.name": "",
  "business.afm": "",
  lastName: "",
  firstName: "",
  phone: "",
  email: "",
  service,
  notes: "",
  channel: "phone",
  language: "el",
});

const TYPED = ["business.name", "business.afm", "lastName", "firstName", "phone", "email", "notes"] as const;

/** Whether something would be lost: choices alone are quickly made again. */
export const hasContent = (draft: AppointmentDraft): boolean => TYPED.some((field) => draft[field].trim() !== "");

export const appointmentDraft = (appointment: Appointment): AppointmentDraft => ({
  party: appointment.party,
  "business.name": appointment.business?.name ?? "",
  "business.afm": appointment.business?.afm ?? "",
  lastName: appointment.lastName,
  firstName: appointment.firstName,
  phone: appointment.phone ? formatPhone(appointment.phone) : "",
  email: appointment.email ?? "",
  service: appointment.service,
  notes: appointment.notes ?? "",
  channel: appointment.channel,
  language: appointment.language,
});

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

export function detailsRequestOf(draft: AppointmentDraft): DetailsRequest {
  const { party, lastName, firstName, service, channel, language } = draft;
  return {
    party,
    business: businessOf(draft),
    lastName,
    firstName,
    phone: valueOrNull(draft.phone),
    email: valueOrNull(draft.email),
    service,
    notes: valueOrNull(draft.notes),
    ...(channel !== "online" && { channel }),
    language,
  };
}

export const bookingOf = (draft: AppointmentDraft, slot: Slot): BookingRequest => ({
  ...askedPlace(slot),
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
