import type { OfficePlan, PlannedStaff } from "./office-plan.ts";

/** The employees who did the work of an office. */
export interface Hands {
  /** Everybody of the office; nobody before the directory has answered */
  readonly staff: readonly number[];
  /** Queue → who serves it */
  readonly ofQueue: ReadonlyMap<number, number>;
}

export const NOBODY: Hands = { staff: [], ofQueue: new Map() };

/** One employee serves one queue (circular §Γ), also of two offices; queues in their order, staff in the directory's. */
export function handsOf(plan: OfficePlan, staff: readonly PlannedStaff[], elsewhere: ReadonlySet<number>): Hands {
  const everybody = [...new Set(staff.map((person) => person.employeeId))];
  const idle = everybody.filter((id) => !elsewhere.has(id));
  const pairs = plan.queues.flatMap(({ number }, at): [number, number][] => {
    const employee = idle[at];
    return employee === undefined ? [] : [[number, employee]];
  });
  return { staff: everybody, ofQueue: new Map(pairs) };
}
