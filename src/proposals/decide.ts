import { setImmediate } from "node:timers/promises";
import { settleAll } from "../appointments/many/concerned.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import type { Changed, Decision } from "./contract.ts";
import { type DraftProposal, proposalOf } from "./draft-proposal.ts";
import { matched } from "./match.ts";
import { isByCall, isByEmail } from "./notice.ts";
import { notifyAll } from "./notify.ts";
import type { CausedAct } from "./rule-change.ts";

type Outcome = Omit<Changed, "change" | "act">;

/** Moves and keeps as decided, and plans the messages and calls. @throws Undecided */
export async function decide(
  tx: Tx,
  office: AdministeredOffice,
  draft: DraftProposal,
  { decisions, ...act }: CausedAct & { readonly decisions: readonly Decision[] | undefined },
): Promise<Outcome> {
  const decided = matched(draft, decisions);
  if (!decided) throw new Undecided(draft, decisions !== undefined);
  const settled = decided.map(({ standing: { row }, place }) => ({ row, place }));
  await settleAll(tx, office, settled, act);
  const notices = await notifyAll(tx, office, decided, act);
  const moved = decided.filter(({ place }) => place !== null).length;
  return {
    moved,
    kept: decided.length - moved,
    emails: notices.filter(isByEmail).length,
    calls: notices.filter(isByCall).length,
    withoutPhone: notices.filter((notice) => notice === "impossible").length,
  };
}

/** Nothing valid was decided about just these. */
export class Undecided extends Error {
  readonly draft: DraftProposal;
  /** Something was decided, but not about these */
  readonly isStale: boolean;

  constructor(draft: DraftProposal, isStale: boolean) {
    super("The appointments concerned are not decided upon.");
    this.draft = draft;
    this.isStale = isStale;
  }
}

/** @throws Refusal 409 with the present proposal, which is made once the transaction is over: it takes a while */
export const withProposal = <T>(office: AdministeredOffice, act: Promise<T>): Promise<T> =>
  act.catch(async (error) => {
    if (!(error instanceof Undecided)) throw error;
    const { draft, isStale } = error;
    // By then the rollback has left, and the office may be booked in again.
    await setImmediate();
    throw new Refusal(409, isStale ? "proposal-stale" : "proposal-needed", {
      values: { count: draft.concerned.length },
      extensions: { proposal: proposalOf(office, draft) },
    });
  });
