import type { Appointment } from "../../src/appointments/contract.ts";

/** How somebody comes, and what becomes of them. */
export interface Visitor {
  readonly comes:
    | "takes a number"
    | "is given a number"
    | "has priority"
    | "arrives at the screen"
    | "arrives at the counter";
  readonly fate: "is served" | "does not come" | "leaves when called" | "gives the number up";
  /** Null: they have none */
  readonly appointment: Appointment | null;
}

const COMING = [
  "takes a number",
  "arrives at the screen",
  "takes a number",
  "is given a number",
  "takes a number",
  "arrives at the counter",
  "takes a number",
  "arrives at the screen",
  "has priority",
  "takes a number",
] as const;

/** @param absent how many do not come, for which a counter waits a minute */
export function visitorsOf(count: number, absent: number, booked: readonly Appointment[]): Visitor[] {
  const left = [...booked];
  return Array.from({ length: count }, (_, index) => {
    const comes = COMING[index % COMING.length] as Visitor["comes"];
    const appointment = comes.startsWith("arrives") ? (left.shift() ?? null) : null;
    return { comes, appointment, fate: fateOf(index, count, absent) };
  });
}

/** Of those that somebody with a number can have */
function fateOf(index: number, count: number, absent: number): Visitor["fate"] {
  if (index % 10 === 3 && index >= 10) return "leaves when called";
  if (index % 10 === 4) return "gives the number up";
  if (index % 10 === 2 && absent > 0 && index < 10 * absent && index < count) return "does not come";
  return "is served";
}

export const bookedFor = (count: number): number =>
  Array.from({ length: count }, (_, index) => COMING[index % COMING.length]).filter((one) => one?.startsWith("arrives"))
    .length;
