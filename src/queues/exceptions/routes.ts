import { z } from "zod";
import { operableOffice } from "../../identity/office-access.ts";
import { keyed, ofOffice, problems, type StaffRouteDeps, seenAndKeyed } from "../../identity/staff-routes.ts";
import type { App } from "../../platform/http/server.ts";
import { requiredVersionIn } from "../../platform/http/versions.ts";
import { decidedOnly } from "../../proposals/contract.ts";
import {
  changeAnswer,
  DECIDED_BODY_LIMIT,
  previewing,
  type RuleChangeHandlers,
} from "../../proposals/rule-change-handlers.ts";
import { decidedException, exceptionRequest, exceptionResponse } from "../contract.ts";
import { exceptionsOf } from "../list.ts";
import { exceptionAddition } from "./addition.ts";
import { exceptionChange } from "./change.ts";
import { existingException } from "./existing.ts";
import { exceptionRemoval } from "./removal.ts";

const base = "/api/offices/:office/exceptions";
const ofException = ofOffice.extend({ id: z.uuid() });
const withSeries = z.strictObject({ series: z.enum(["true", "false"]).default("false") });
const ofFollowing = z.strictObject({
  following: z
    .enum(["true", "false"])
    .default("false")
    .describe("Of its series those after it too, each as many days later as it was"),
});
const bodyLimit = DECIDED_BODY_LIMIT;

/** Exceptions (circular §Γ: «προσθήκη των εξαιρέσεων»), each seen before it is made. */
export function exceptionRoutes(app: App, { db, clock, authenticate }: StaffRouteDeps, rule: RuleChangeHandlers): void {
  const list = z.object({ exceptions: z.array(exceptionResponse) });
  app.get(base, { schema: { params: ofOffice, response: { 200: list, ...problems } } }, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, async (tx) => ({ exceptions: await exceptionsOf(tx, office, clock()) }));
  });
  additionRoutes(app, rule);
  changeRoutes(app, rule);
  removalRoutes(app, rule);
}

function additionRoutes(app: App, rule: RuleChangeHandlers): void {
  const add = { bodyLimit, schema: { params: ofOffice, headers: keyed, body: decidedException, ...changeAnswer } };
  app.post(base, add, (request, reply) => {
    const { decisions, ...wish } = request.body;
    return rule.apply(request, reply, {
      route: "add exception",
      decisions,
      changeOf: (office, now) => exceptionAddition(office, wish, now),
    });
  });
  const preview = previewing({ params: ofOffice, body: exceptionRequest });
  app.post(`${base}/proposals`, preview, (request) =>
    rule.preview(request, (office, now) => exceptionAddition(office, request.body, now)),
  );
}

function changeRoutes(app: App, rule: RuleChangeHandlers): void {
  const change = {
    bodyLimit,
    schema: {
      params: ofException,
      querystring: ofFollowing,
      headers: seenAndKeyed,
      body: decidedException,
      ...changeAnswer,
    },
  };
  app.patch(`${base}/:id`, change, (request, reply) => {
    const { decisions, ...wish } = request.body;
    const seen = { id: request.params.id, version: requiredVersionIn(request) };
    const withFollowing = request.query.following === "true";
    return rule.apply(request, reply, {
      route: `change exception ${seen.id}${withFollowing ? " and those that follow" : ""}`,
      decisions,
      changeOf: async (office, now, tx) => {
        const known = await existingException(tx, office, seen, now);
        return exceptionChange(office, known, { ...wish, withFollowing }, now);
      },
    });
  });
  const preview = previewing({ params: ofException, querystring: ofFollowing, body: exceptionRequest });
  app.post(`${base}/:id/proposals`, preview, (request) =>
    rule.preview(request, async (office, now, tx) => {
      const known = await existingException(tx, office, { id: request.params.id, version: null }, now);
      const withFollowing = request.query.following === "true";
      return exceptionChange(office, known, { ...request.body, withFollowing }, now);
    }),
  );
}

function removalRoutes(app: App, rule: RuleChangeHandlers): void {
  const remove = {
    bodyLimit,
    schema: {
      params: ofException,
      querystring: withSeries,
      headers: seenAndKeyed,
      body: decidedOnly.nullish(),
      ...changeAnswer,
    },
  };
  app.delete(`${base}/:id`, remove, (request, reply) => {
    const seen = { id: request.params.id, version: requiredVersionIn(request) };
    const withItsSeries = request.query.series === "true";
    return rule.apply(request, reply, {
      route: `remove exception ${seen.id}${withItsSeries ? " and its series" : ""}`,
      decisions: request.body?.decisions,
      changeOf: async (office, now, tx) =>
        exceptionRemoval(office, await existingException(tx, office, seen, now), withItsSeries, now),
    });
  });
}
