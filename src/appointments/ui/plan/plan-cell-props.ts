import type { Span } from "../../../kit/spans.ts";
import type { Office } from "../../../offices/contract.ts";
import type { Moment } from "../../acts.ts";
import type { QueueOfDay } from "../../contract.ts";
import type { Cell } from "./plan-layout.ts";

export interface PlanCellProps {
  readonly cell: Cell;
  readonly range: Span;
  readonly office: Office;
  readonly queue: QueueOfDay;
  readonly date: string;
  /** By the server's clock */
  readonly now: Moment;
  readonly isTabStop: boolean;
  /** Over by now: a phone folds it away */
  readonly isEarlier: boolean;
  readonly isAlternative: boolean;
  readonly isTaken: boolean;
  /** The citizen was written, and did not get it */
  readonly isUndelivered: boolean;
}
