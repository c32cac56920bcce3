import { ONBOARDING_STEPS } from "../../src/onboarding/contract.ts";
import { hours, type OfficePlan } from "./office-plan.ts";
import { workday } from "./workdays.ts";

const MEETING = "Υπηρεσιακή συνάντηση";
const ABSENCE = "Απουσία υπαλλήλου";
const TRAINING = "Εκπαίδευση";

/** The four invented offices of db/examples/offices.csv: a large one, a middle one, a small one and a newly opened one. */
export const demoOffices = (today: Temporal.PlainDate): OfficePlan[] => [
  {
    code: "9901",
    entrance: { stepFree: true, lift: null, wc: true, parking: true, notes: null },
    hasAppointments: true,
    hasRegulars: false,
    onboarding: {
      steps: ONBOARDING_STEPS,
      answers: {
        employees: "4",
        facts: "right",
        difficulties: "few",
        recording: "yes",
        remarks: "Ο εκτυπωτής του γκισέ τύπωνε με περιθώρια. Λύθηκε με την επιλογή «χωρίς περιθώρια».",
      },
    },
    queues: [
      { number: 1, slotMinutes: 15, isActive: true, hours: hours("12345", "08:00", "15:00") },
      {
        number: 2,
        slotMinutes: 15,
        isActive: true,
        hours: [...hours("135", "08:00", "15:00"), ...hours("24", "12:00", "19:30")],
      },
      {
        number: 3,
        slotMinutes: 20,
        isActive: true,
        hours: [...hours("12345", "08:00", "13:20"), ...hours("12345", "14:00", "19:20")],
      },
      {
        number: 4,
        slotMinutes: 10,
        isActive: true,
        isPublic: true,
        hours: [...hours("12345", "08:00", "15:00"), ...hours("6", "08:00", "13:30")],
      },
      { number: 5, slotMinutes: 15, isActive: false, hours: hours("12345", "08:00", "15:00") },
    ],
    exceptions: [
      { queue: 2, date: workday(today), from: "12:00", to: "13:00", reason: MEETING },
      { queue: 3, date: workday(today, 1), from: "14:00", to: "19:20", reason: ABSENCE },
      { queue: 1, date: workday(today, 2), from: "08:00", to: "10:00", reason: TRAINING },
    ],
  },
  {
    code: "9902",
    entrance: {
      stepFree: false,
      lift: true,
      wc: null,
      parking: null,
      notes: "Ένα σκαλί 12 εκ. στην είσοδο, με κουδούνι για βοήθεια",
    },
    hasAppointments: true,
    hasRegulars: false,
    onboarding: { steps: ONBOARDING_STEPS.filter((step) => step !== "queue-added"), answers: null },
    queues: [
      {
        number: 1,
        slotMinutes: 15,
        isActive: true,
        hours: [...hours("12345", "08:00", "15:00"), ...hours("3", "17:00", "19:00")],
      },
      { number: 2, slotMinutes: 15, isActive: true, hours: hours("12345", "08:00", "15:00") },
      { number: 3, slotMinutes: 20, isActive: true, isPublic: true, hours: hours("12345", "09:00", "14:00") },
    ],
    exceptions: [
      { queue: 1, date: workday(today), from: "12:00", to: "13:00", reason: MEETING },
      { queue: null, date: workday(today, 4), from: "12:00", to: "15:00", reason: "Τεχνικό πρόβλημα" },
    ],
  },
  {
    code: "9903",
    hasAppointments: true,
    hasRegulars: false,
    onboarding: { steps: ["signed-in", "appointment-viewed", "appointment-added"], answers: null },
    queues: [
      { number: 1, slotMinutes: 15, isActive: true, hours: hours("12345", "07:45", "15:00") },
      { number: 2, slotMinutes: 20, isActive: true, hours: hours("24", "09:00", "13:00") },
    ],
    exceptions: [{ queue: 1, date: workday(today, 1), from: "11:45", to: "15:00", reason: ABSENCE }],
  },
  {
    code: "9904",
    hasAppointments: false,
    hasRegulars: false,
    queues: [{ number: 1, slotMinutes: 10, isActive: true, hours: hours("12345", "08:00", "15:00") }],
    exceptions: [],
  },
];
