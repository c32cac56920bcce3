import type { Column } from "../contract.ts";

/** Which columns belong to one visit, where several stand side by side. Pure. */

export type Roles = readonly (Column | null)[];

export interface ColumnBlock {
  readonly from: number;
  /** Not included */
  readonly to: number;
  /** As wide as the sheet; null: of another block, or of nothing */
  readonly columns: Roles;
}

const STARTS: Roles = ["date", "time", "fullName", "lastName"];
const NAMES: Roles = ["fullName", "lastName", "firstName", "business"];
/** What a line says once holds for all who stand in it. */
const SHARED: Roles = ["date", "time", "until", "queue"];
/** Of these a visit may have several columns. */
const REPEATED: Roles = ["phone", "notes"];

/** A block begins where a day, a time or a name comes again. Without a name it is none, but more of the one before. */
export function columnBlocks(roles: Roles): ColumnBlock[] {
  const ranges = withNames(rangesOf(roles), roles);
  const [first = { from: 0, to: 0 }] = ranges;
  return ranges.map(({ from, to }) => {
    const own = roles.slice(from, to);
    const columns = roles.map((role, at) => {
      if (at >= from && at < to) return REPEATED.includes(role) || own.indexOf(role) === at - from ? role : null;
      const isShared = at >= first.from && at < first.to && SHARED.includes(role) && !own.includes(role);
      return isShared && roles.indexOf(role) === at ? role : null;
    });
    return { from, to, columns };
  });
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function rangesOf(roles: Roles): Range[] {
  const starts = [0];
  for (const [at, role] of roles.entries())
    if (STARTS.includes(role) && roles.slice(starts.at(-1), at).includes(role)) starts.push(at);
  return starts.map((from, at) => ({ from, to: starts[at + 1] ?? roles.length }));
}

function withNames(ranges: readonly Range[], roles: Roles): Range[] {
  const whole: Range[] = [];
  for (const { from, to } of ranges) {
    const hasName = roles.slice(from, to).some((role) => NAMES.includes(role));
    const before = hasName ? undefined : whole.pop();
    whole.push({ from: before?.from ?? from, to });
  }
  return whole;
}
