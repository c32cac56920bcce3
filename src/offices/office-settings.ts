import { clock, email, line, phone, postcode, yesOrNo } from "./cells.ts";
import { HOURS_SETTINGS } from "./setting/hours-settings.ts";
import { INTERPRETER_SETTINGS } from "./setting/interpreter-settings.ts";
import { ONLINE_SETTINGS } from "./setting/online-settings.ts";
import { SETTING_KINDS, type Setting } from "./setting/setting.ts";

/**
 * What an office says of itself and how it serves, a row for each setting: contract, rules, SQL, form, words, imports
 * and the doctor ask here, and what PostgreSQL says by itself is compared with it. Pure, browser-safe.
 */

const { text, note, number, minutes, choice } = SETTING_KINDS;

/** By its path in the contract; in the order in which forms show them. */
export const SETTINGS = {
  phone: {
    ...text(phone),
    kind: "phone",
    column: "phone",
    isPublished: true,
    section: "contact",
    label: "phone",
    width: "half",
    input: { type: "tel", inputMode: "tel" },
  },
  email: {
    ...text(email),
    column: "email",
    isPublished: true,
    section: "contact",
    label: "email",
    width: "half",
    input: { type: "email", inputMode: "email" },
  },
  address: {
    ...text(line(200)),
    column: "address",
    isPublished: true,
    section: "contact",
    label: "address",
    width: "wide",
  },
  postcode: {
    ...text(postcode),
    column: "postcode",
    isPublished: true,
    section: "contact",
    label: "postcode",
    width: "narrow",
    input: { inputMode: "numeric" },
  },
  eveningMessage: {
    kind: "switch",
    rule: yesOrNo,
    fallback: false,
    mayChange: "administrator",
    column: "evening_message",
    section: "contact",
    label: "evening-message",
    hint: "evening-message-hint",
    meaning: "At 20:00 the office's own e-mail gets the next day's number of appointments by queue.",
  },
  ...HOURS_SETTINGS,
  leadMinutes: {
    ...minutes({ min: 0, max: 10_080 }, 30),
    column: "lead_minutes",
    section: "lead",
    label: "lead-minutes",
  },
  earlierMinutes: {
    ...minutes({ min: 0, max: 1_440 }, 30),
    column: "earlier_minutes",
    section: "earlier",
    label: "earlier-minutes",
    meaning: "By more nobody is moved earlier, when the rules change, unless the administrator chooses so",
  },
  commonMinutes: {
    ...minutes({ min: 0, max: 30 }, 0),
    column: "common_minutes",
    section: "several",
    label: "common-minutes",
    hint: "common-minutes-hint",
    meaning: "Of several services in one visit so many minutes happen once.",
  },
  longerMinutes: {
    ...minutes({ min: 5, max: 60 }, 10),
    column: "longer_minutes",
    section: "several",
    label: "longer-minutes",
    hint: "longer-minutes-hint",
    meaning: "So many minutes more has whoever needs longer time.",
  },
  "access.stepFreeEntrance": {
    ...choice,
    column: "has_step_free_entrance",
    isPublished: true,
    section: "access",
    label: "access.stepFreeEntrance",
  },
  "access.lift": {
    ...choice,
    column: "has_lift",
    isPublished: true,
    section: "access",
    label: "access.lift",
    meaning: "A lift, or all on the ground floor.",
  },
  "access.accessibleWc": {
    ...choice,
    column: "has_accessible_wc",
    isPublished: true,
    section: "access",
    label: "access.accessibleWc",
  },
  "access.disabledParking": {
    ...choice,
    column: "has_disabled_parking",
    isPublished: true,
    section: "access",
    label: "access.disabledParking",
  },
  "access.notes": {
    ...text(line(300)),
    column: "access_notes",
    isPublished: true,
    section: "access",
    label: "access.notes",
    hint: "access-notes-hint",
    input: { spellCheck: true },
  },
  ...INTERPRETER_SETTINGS,
  ...ONLINE_SETTINGS,
  arrivalEarlyMinutes: {
    ...minutes({ min: 0, max: 480 }, 30),
    column: "arrival_early_minutes",
    section: "entrance",
    label: "arrivalEarlyMinutes",
    meaning: "So long before their time citizens can say at the entrance that they have come.",
  },
  arrivalLateMinutes: {
    ...minutes({ min: 0, max: 480 }, 15),
    column: "arrival_late_minutes",
    section: "entrance",
    label: "arrivalLateMinutes",
    hint: "arrival-late-hint",
    meaning: "And so long after it.",
  },
  ticketsAtEntrance: {
    kind: "switch",
    rule: yesOrNo,
    fallback: false,
    mayChange: "administrator",
    column: "tickets_at_entrance",
    section: "entrance",
    label: "ticketsAtEntrance",
    hint: "tickets-at-entrance-hint",
    meaning: "Its screens at the entrance give numbers to who comes without an appointment.",
  },
  ticketsPrinted: {
    kind: "switch",
    rule: yesOrNo,
    fallback: false,
    mayChange: "administrator",
    column: "tickets_printed",
    section: "entrance",
    label: "ticketsPrinted",
    hint: "tickets-printed-hint",
    meaning: "And print them on paper of 80 mm.",
  },
  lineSlackMinutes: {
    ...minutes({ min: 0, max: 30 }, 15),
    column: "line_slack_minutes",
    section: "line",
    label: "lineSlackMinutes",
    hint: "line-slack-hint",
    meaning: "A number counts as an appointment so many minutes after it was given.",
  },
  recallMinutes: {
    ...minutes({ min: 1, max: 15 }, 3),
    column: "recall_minutes",
    section: "line",
    label: "recallMinutes",
    hint: "recall-hint",
    meaning: "Who does not come to the counter is called again so many minutes later; then they count as gone.",
  },
  seats: {
    ...number("maybe-count", { min: 1, max: 500 }, null),
    column: "seats",
    section: "line",
    label: "seats",
    hint: "seats-hint",
    meaning: "For those who wait: against them the crowd of a day is held.",
  },
  reminderTime: {
    kind: "time",
    rule: clock("07:00", "21:59"),
    fallback: "17:00",
    mayChange: "administrator",
    column: "reminder_time",
    section: "mail",
    label: "reminder-time",
    hint: "reminder-time-hint",
    meaning: "When citizens are reminded, the day before: 07:00 to 21:59.",
  },
  mailNote: {
    ...note,
    column: "mail_note",
    section: "mail",
    label: "mail-note",
    hint: "mail-note-hint",
    meaning: "Closes each letter in Greek: plain text.",
  },
  mailNoteEn: {
    ...note,
    column: "mail_note_en",
    section: "mail",
    label: "mail-note-en",
    meaning: "Closes each letter in English: plain text.",
  },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof SETTINGS;
export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

/** What an office says of each service, by `services.<code>.<name>`; the columns are of `office_service`. */
export const SERVICE_SETTINGS = {
  offered: {
    kind: "switch",
    rule: yesOrNo,
    fallback: true,
    mayChange: "administrator",
    column: "is_offered",
    section: "services",
    label: "stale-offered",
  },
  // Null: as the catalogue says, whose own minutes have these bounds as well.
  minutes: { ...minutes({ min: 5, max: 240 }, null), column: "minutes", section: "services", label: "stale-minutes" },
} as const satisfies Readonly<Record<string, Setting>>;

type ServiceSettingName = keyof typeof SERVICE_SETTINGS;
const SERVICE_FIELD = /^services\.(.*)\.(offered|minutes)$/s;

/** The row of a field, `phone` or `services.copies.minutes`; undefined: there is no such setting. */
export function settingOf(
  field: string,
): (typeof SETTINGS)[SettingName] | (typeof SERVICE_SETTINGS)[ServiceSettingName] | undefined {
  const name = SERVICE_FIELD.exec(field)?.[2];
  if (name) return SERVICE_SETTINGS[name as ServiceSettingName];
  return Object.hasOwn(SETTINGS, field) ? SETTINGS[field as SettingName] : undefined;
}
