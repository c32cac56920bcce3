import type { Course } from "../course.ts";

/** What became of one visit, as the fields of the month's file say it (docs/decisions/0063): each visit is in one place of these. */
export interface Outcome {
  readonly fate: "waited" | "untimed" | "left" | "refused" | "missed" | "open";
  readonly manner: Course["manner"];
  /** Whole minutes at least; of whoever came by their time or without one */
  readonly from: number | null;
}

const STEPS = [0, 11, 31, 61];

/** Null: nobody was there, and nobody is waited for. */
export function outcomeOf(one: Course): Outcome | null {
  const manner = mannerOf(one);
  if (one.refused !== null) return { fate: "refused", manner: "walk-in", from: null };
  if (one.hasCome && one.hasLeft) return { fate: "left", manner, from: null };
  if (one.hasCome) return waited(one, manner);
  if (one.isMissed) return { fate: "missed", manner: "appointment", from: null };
  return one.isAwaited ? { fate: "open", manner: "appointment", from: null } : null;
}

/** Whoever is noted on a later day was not seen to be there by the time; on paper they were. */
function mannerOf({ appointed, seen, hasCome, isFromPaper }: Course): Course["manner"] {
  if (appointed === null) return "walk-in";
  if (seen !== null) return seen > appointed ? "late-appointment" : "appointment";
  return hasCome && !isFromPaper ? "late-appointment" : "appointment";
}

/** Lateness tells nothing where the waiting is not known. */
function waited({ begun, waitsFrom }: Course, manner: Course["manner"]): Outcome {
  if (begun === null || waitsFrom === null)
    return { fate: "untimed", manner: manner === "walk-in" ? manner : "appointment", from: null };
  if (manner === "late-appointment") return { fate: "waited", manner, from: null };
  const minutes = Math.max(0, Math.floor((begun - waitsFrom) / 60));
  return { fate: "waited", manner, from: STEPS.findLast((step) => minutes >= step) ?? 0 };
}

const isHere = ({ fate }: Outcome): boolean => fate === "waited" || fate === "untimed";
const waits = (manner: Course["manner"], from: number) => (one: Outcome) =>
  one.fate === "waited" && one.manner === manner && one.from === from;

/** Of whom each figure is. */
export const FIGURES: Readonly<Record<string, (one: Outcome) => boolean>> = {
  visits: isHere,
  onTime: waits("appointment", 0),
  onTimeOf: ({ fate, manner }) => manner === "appointment" && (fate === "waited" || fate === "left"),
  appointmentWait11to30: waits("appointment", 11),
  appointmentWait31to60: waits("appointment", 31),
  appointmentWaitOver60: waits("appointment", 61),
  walkInWait0to10: waits("walk-in", 0),
  walkInWait11to30: waits("walk-in", 11),
  walkInWait31to60: waits("walk-in", 31),
  walkInWaitOver60: waits("walk-in", 61),
  noShows: ({ fate }) => fate === "missed",
  noShowsOf: (one) => one.fate === "missed" || (one.manner !== "walk-in" && (isHere(one) || one.fate === "left")),
  unserved: ({ fate }) => fate === "left" || fate === "refused",
  unresolved: ({ fate }) => fate === "open",
};

/** Of whose visits the waiting is known */
export const isTimed = ({ fate }: Outcome): boolean => fate === "waited";
/** Somebody has noted something of them */
export const isNoted = ({ fate }: Outcome): boolean => fate !== "open";
