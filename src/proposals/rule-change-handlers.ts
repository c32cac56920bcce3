import type { FastifyReply, FastifyRequest } from "fastify";
import { type AdministeredOffice, administeredOffice } from "../identity/office-access.ts";
import { problems, type StaffRouteDeps } from "../identity/staff-routes.ts";
import type { Read } from "../platform/database/sql.ts";
import { idempotencyScopeOf, onceOnly, sendOnce } from "../platform/http/idempotency.ts";
import { applyChange, type CountVersions, dryRunOf } from "./apply-change.ts";
import { type Changed, changedResponse, type Decision, type Proposal, proposalResponse } from "./contract.ts";
import { withProposal } from "./decide.ts";
import { proposalOf } from "./draft-proposal.ts";
import type { RuleChange } from "./rule-change.ts";

/** A decision takes 160 bytes at most, and there may be five thousand. */
export const DECIDED_BODY_LIMIT = 1024 * 1024;

/** Part of a route's schema: the answer to a change. */
export const changeAnswer = { response: { 200: changedResponse, ...problems } };

/** The options of a route that previews one: whose appointments it shows is recorded. */
export const previewing = <Schema extends object>(schema: Schema) => ({
  config: { view: { act: "consequences-viewed", of: "shown" } } as const,
  schema: { ...schema, response: { 200: proposalResponse, ...problems } },
});

export type ChangeOf = (
  office: AdministeredOffice,
  now: Temporal.Instant,
  tx: Read,
) => RuleChange | Promise<RuleChange>;

export interface RuleChangeRequest {
  /** Names what is asked: with another one the same key is refused */
  readonly route: string;
  readonly decisions?: readonly Decision[] | undefined;
  readonly changeOf: ChangeOf;
}

export type RuleChangeHandlers = ReturnType<typeof ruleChangeHandlers>;

/** What can be asked of rules, whoever writes them: what a change would do, and to do it. */
export function ruleChangeHandlers({ db, clock, authenticate }: StaffRouteDeps, countVersions: CountVersions) {
  const officeOf = async (request: FastifyRequest) =>
    administeredOffice(await authenticate(request), (request.params as { office: string }).office);
  return {
    preview: async (request: FastifyRequest, changeOf: ChangeOf): Promise<Proposal> => {
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
      { route, decisions, changeOf }: RuleChangeRequest,
    ): Promise<Changed> => {
      const office = await officeOf(request);
      const now = clock();
      const scope = idempotencyScopeOf(request, route, office.id, office.employeeId);
      // What was done already is answered whatever the request would come to now.
      const answer = await withProposal(
        office,
        db.write({ office: office.id }, (tx) => {
          const asked = { changeOf: () => changeOf(office, now, tx), decisions, countVersions };
          return onceOnly(tx, { scope, status: 200, now }, () => applyChange(tx, office, asked, now));
        }),
      );
      return sendOnce(reply, answer);
    },
  };
}
