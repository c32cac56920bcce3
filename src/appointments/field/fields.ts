import { INTERPRETATIONS, INTERPRETERS } from "../../text/interpreters.ts";
import { LANGUAGES } from "../../text/languages.ts";
import { NEEDS } from "../../text/needs.ts";
import { STATUSES } from "../statuses.ts";
import type { AppointmentField } from "./field.ts";
import { BEHALVES } from "./visit-case.ts";

/**
 * What an appointment consists of, a row for each column: contract, rows, SQL lists, patch, history, holds, transfers, form,
 * labels, exports, forgetting and the doctor ask here, and the database's own columns are compared with it. Pure,
 * browser-safe, without the contract's schemas.
 */

const changing = { written: "always", isTracked: true } as const;
const person = { ...changing, of: "person" } as const;
const byDatabase = { of: "record", written: "never", isTracked: false } as const;
const fromTheStart = { of: "record", written: "first", isTracked: false } as const;

const text = { kind: "text", typed: { kind: "text", empty: "", isText: true } } as const;
const maybeText = { kind: "maybe-text", erased: null, typed: { kind: "maybe-text", empty: "", isText: true } } as const;
const choice = <const Choices extends readonly string[], const Empty extends Choices[number]>(
  choices: Choices,
  empty: Empty,
) => ({ kind: "choice", choices, typed: { kind: "choice", choices, empty, isText: false } }) as const;

const maybeChoice = <const Choices extends readonly string[]>(choices: Choices, meaning: string) =>
  ({
    kind: "maybe-choice",
    choices,
    meaning,
    erased: null,
    typed: { kind: "maybe-choice", choices, meaning, empty: "", isText: false },
  }) as const;

const choices = <const Choices extends readonly string[]>(of: Choices, meaning: string) =>
  ({
    kind: "choices",
    choices: of,
    meaning,
    erased: "all",
    typed: { kind: "choices", choices: of, meaning, empty: "[]", isText: false },
  }) as const;

const list = <const Kind extends "services" | "companions">(kind: Kind, meaning: string) =>
  ({ kind, meaning, typed: { kind, empty: "[]", meaning, isText: kind === "companions" } }) as const;

const STAFF_CHANNELS = ["phone", "email", "in-person"] as const;

export const APPOINTMENT_FIELDS = {
  id: { ...fromTheStart, name: "id", kind: "id", isShown: true },
  reference: {
    ...byDatabase,
    name: "reference",
    kind: "text",
    isShown: true,
    label: "reference",
    meaning: "Nine digits, read aloud 3+3+3",
  },
  queue: { ...changing, name: "queue", of: "place", kind: "queue", isShown: true, label: "queue" },
  starts_at: { ...changing, name: "startsAt", of: "place", kind: "instant", isTold: true },
  ends_at: { ...changing, name: "endsAt", of: "place", kind: "instant" },
  status: {
    ...changing,
    name: "status",
    of: "course",
    kind: "choice",
    isShown: true,
    label: "status",
    choices: STATUSES,
  },
  status_at: { name: "statusAt", of: "course", written: "always", isTracked: false, kind: "instant" },
  // To the counter, the last time; it stays when the visit begins.
  called_at: { name: "calledAt", of: "course", written: "later", isTracked: true, kind: "maybe-instant" },
  // Another queue's where that was free first; it stays when the visit ends.
  counter: {
    name: "counter",
    of: "course",
    written: "later",
    isTracked: true,
    kind: "maybe-number",
    isShown: true,
    meaning: "The queue whose counter called or serves it; null: not yet, or its own",
  },
  // With its length it belongs to the place.
  service: {
    ...changing,
    name: "service",
    of: "place",
    kind: "text",
    isShown: true,
    isTold: true,
    label: "service",
    typed: { kind: "text", empty: "", isText: false },
    readIn: ["letter", "sheet"],
  },
  more_services: {
    ...changing,
    ...list("services", "What else is done for the same person in this visit: at most two more services"),
    name: "moreServices",
    of: "place",
    isShown: true,
    isTold: true,
    label: "more-services",
    readIn: ["letter", "sheet"],
  },
  // With the lengths of what is done for them they belong to the place as well, but go along wherever the visit goes.
  companions: {
    ...person,
    ...list(
      "companions",
      "Who else is served in this visit, one after the other: at most three, each with one to three services",
    ),
    name: "companions",
    isShown: true,
    isTold: true,
    erased: "names",
    label: "companions",
    readIn: ["letter", "sheet"],
  },
  last_name: { ...person, ...text, name: "lastName", readIn: ["sheet"], isShown: true, erased: "", label: "last-name" },
  first_name: {
    ...person,
    ...text,
    name: "firstName",
    readIn: ["sheet"],
    isShown: true,
    erased: "",
    label: "first-name",
  },
  phone: { ...person, ...maybeText, name: "phone", readIn: ["sheet"], isShown: true, label: "phone", meaning: "E.164" },
  email: { ...person, ...maybeText, name: "email", readIn: [], isShown: true, label: "email" },
  party: {
    ...person,
    ...choice(["citizen", "business"], "citizen"),
    name: "party",
    readIn: ["letter", "sheet"],
    isShown: true,
    label: "business-or-citizen",
  },
  // Of a citizen there is no business; of one that is forgotten the name is empty.
  business_name: {
    ...person,
    ...maybeText,
    name: "business.name",
    readIn: ["letter", "sheet"],
    erased: "",
    label: "business-name",
  },
  business_afm: { ...person, ...maybeText, name: "business.afm", readIn: [], label: "afm" },
  interpreter: {
    ...person,
    ...maybeChoice(INTERPRETERS, "The language that somebody interprets, by ISO 639 (gss: Greek Sign Language)"),
    name: "interpreter",
    readIn: ["sheet"],
    isShown: true,
    label: "interpreter",
  },
  // For this hour and this language: another one begins without it.
  interpretation: {
    name: "interpretation",
    of: "place",
    written: "later",
    isTracked: true,
    kind: "maybe-choice",
    choices: INTERPRETATIONS,
    isShown: true,
    erased: null,
    label: "interpretation",
    meaning:
      "Whether somebody interprets at this visit: there, by video or telephone, or not found; null: not known yet",
  },
  // Of health, some of it: seen at the counter and on its list of the day alone.
  needs: {
    ...person,
    ...choices(
      NEEDS,
      "What the office is to have ready, besides an interpreter; only while the ministry has it switched on",
    ),
    name: "needs",
    readIn: ["sheet"],
    isShown: true,
    label: "needs",
  },
  behalf: {
    ...person,
    ...maybeChoice(
      BEHALVES,
      "Who comes in place of the citizen: the parent of a minor, or somebody with an authorisation",
    ),
    name: "behalf",
    readIn: ["letter"],
    isShown: true,
    label: "behalf",
  },
  matter: {
    ...person,
    ...maybeText,
    name: "matter",
    readIn: ["sheet"],
    isShown: true,
    label: "matter",
    meaning: "Of another service than those of the catalogue: what for, in a line",
  },
  notes: { ...changing, ...maybeText, name: "notes", readIn: [], of: "visit", isShown: true, label: "notes" },
  channel: {
    ...changing,
    name: "channel",
    of: "record",
    kind: "choice",
    isShown: true,
    label: "source",
    choices: [...STAFF_CHANNELS, "online"],
    typed: { kind: "choice", choices: STAFF_CHANNELS, empty: "phone", isText: false },
    readIn: [],
  },
  language: {
    ...person,
    ...choice(LANGUAGES, "el"),
    name: "language",
    readIn: ["letter"],
    isShown: true,
    label: "message-language",
  },
  cancellation_reason: {
    ...changing,
    name: "cancellationReason",
    of: "course",
    kind: "maybe-text",
    isShown: true,
    erased: null,
    label: "cancellation-reason",
  },
  transferred_to: {
    name: "transferredTo",
    of: "course",
    written: "later",
    isTracked: true,
    kind: "maybe-text",
    isShown: true,
    label: "transferred-to",
    meaning: "The office that has it now, when it was cancelled here for that",
  },
  kept_by: { name: "keptBy", of: "course", written: "later", isTracked: true, kind: "maybe-number" },
  version: { name: "version", of: "record", written: "always", isTracked: false, kind: "number", isShown: true },
  created_at: { ...fromTheStart, name: "createdAt", kind: "instant" },
  created_by: { ...fromTheStart, name: "createdBy", kind: "maybe-number" },
  // Since when nobody can tell whose it was.
  anonymized_at: { ...byDatabase, name: "anonymizedAt", kind: "maybe-instant" },
} as const satisfies Readonly<Record<string, AppointmentField>>;

export type AppointmentFields = typeof APPOINTMENT_FIELDS;
export type AppointmentColumn = keyof AppointmentFields;
