import type { RULE_ACTS } from "../audit/acts.ts";
import type { Tx } from "../platform/database/sql.ts";

/** A change of an office's rules, to be written while its head has the office to herself (`lockOffice`). */
export interface RuleChange {
  /** As the history names it */
  readonly act: (typeof RULE_ACTS)[number];
  /** The dates whose appointments it may concern, both included; last null: all to come. null: none */
  readonly span: { readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate | null } | null;
  /** @throws Refusal for what the present rules don't allow */
  write(tx: Tx): Promise<void>;
}

/** When appointments are moved or kept, and the change of rules that is the cause. */
export interface CausedAct {
  readonly at: Temporal.Instant;
  readonly cause: string;
}
