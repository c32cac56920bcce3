import type { Span } from "../../../kit/spans.ts";
import type { Office } from "../../../offices/contract.ts";
import type { Step } from "../../acts.ts";
import type { QueueOfDay } from "../../contract.ts";
import type { Cell } from "./plan-layout.ts";

export interface PlanCellProps {
  readonly cell: Cell;
  readonly range: Span;
  readonly office: Office;
  readonly queue: QueueOfDay;
  readonly date: string;
  /** The acts that stand on this card as buttons */
  readonly steps: readonly Step[] | undefined;
  readonly isTabStop: boolean;
  /** High enough for a second line */
  readonly isTall: boolean;
  readonly isAlternative: boolean;
  readonly isTaken: boolean;
  /** The citizen was written, and did not get it */
  readonly isUndelivered: boolean;
}
