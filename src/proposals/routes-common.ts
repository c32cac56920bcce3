import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { type AdministeredOffice, administeredOffice } from "../identity/office-access.ts";
import { ofOffice, type StaffRouteDeps } from "../identity/staff-routes.ts";
import type { Read } from "../platform/database/sql.ts";
import { idempotencyScopeOf, onceOnly, sendOnce } from "../platform/http/idempotency.ts";
import type { RuleChange } from "../queues/rule-change.ts";
import { applyChange, dryRunOf } from "./apply-change.ts";
import type { Changed, Decision, Proposal } from "./contract.ts";
import { withProposal } from "./decide.ts";
import { proposalOf } from "./draft-proposal.ts";

export interface RuleDeps extends StaffRouteDeps {
  /** Whether the ministry has opened booking to citizens (circular §Γ: «σε επόμενη έκδοση») */
  readonly publicBooking: boolean;
}

export const ofQueue = ofOffice.extend({ number: z.coerce.number().int().min(1).max(99) });

/** A decision takes 160 bytes at most, and there may be five thousand. */
export const DECIDED_BODY_LIMIT = 1024 * 1024;

/** What can be asked of rules: what a change would do, and to do it. */
export function ruleChangeHandlers({ db, clock, authenticate }: RuleDeps) {
  type Of = (office: AdministeredOffice, now: Temporal.Instant, tx: Read) => RuleChange | Promise<RuleChange>;
  const officeOf = async (request: FastifyRequest) =>
    administeredOffice(await authenticate(request), (request.params as { office: string }).office);
  return {
    preview: async (request: FastifyRequest, changeOf: Of): Promise<Proposal> => {
      const office = await officeOf(request);
      const now = clock();
      const draft = await db.dryRun({ office: office.id }, (tx) =>
        dryRunOf(tx, office, () => changeOf(office, now, tx), now),
      );
      return proposalOf(office, draft);
    },
    apply: async (
      request: FastifyRequest,
      reply: FastifyReply,
      route: string,
      decisions: readonly Decision[] | undefined,
      changeOf: Of,
    ): Promise<Changed> => {
      const office = await officeOf(request);
      const now = clock();
      const scope = idempotencyScopeOf(request, route, office.id, office.employeeId);
      // What was done already is answered whatever the request would come to now.
      const answer = await withProposal(
        office,
        db.write({ office: office.id }, (tx) =>
          onceOnly(tx, { scope, status: 200, now }, () =>
            applyChange(tx, office, () => changeOf(office, now, tx), decisions, now),
          ),
        ),
      );
      return sendOnce(reply, answer);
    },
  };
}
