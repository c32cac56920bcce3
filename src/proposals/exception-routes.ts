import { z } from "zod";
import { factsOfOffice } from "../appointments/place/facts.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import { operableOffice } from "../identity/office-access.ts";
import { keyed, ofOffice, problems, seenAndKeyed } from "../identity/staff-routes.ts";
import type { App } from "../platform/http/server.ts";
import { requiredVersionIn } from "../platform/http/versions.ts";
import { exceptionRequest, exceptionResponse } from "../queues/contract.ts";
import { exceptionChange } from "../queues/exception-change.ts";
import { exceptionRemoval } from "../queues/exception-removal.ts";
import { exceptionAddition, existingException } from "../queues/exceptions.ts";
import { exceptionsOf } from "../queues/list.ts";
import { changedResponse, decidedException, decidedOnly, proposalResponse } from "./contract.ts";
import { DECIDED_BODY_LIMIT, type RuleDeps, ruleChangeHandlers } from "./routes-common.ts";

const withSeries = z.strictObject({ series: z.enum(["true", "false"]).default("false") });
const ofFollowing = z.strictObject({
  following: z
    .enum(["true", "false"])
    .default("false")
    .describe("Of its series those after it too, each as many days later as it was"),
});

/** Exceptions (circular §Γ: «προσθήκη των εξαιρέσεων»), each seen before it is made. */
export async function exceptionRoutes(app: App, deps: RuleDeps): Promise<void> {
  const { db, clock, authenticate } = deps;
  const rule = ruleChangeHandlers(deps);
  const bodyLimit = DECIDED_BODY_LIMIT;
  const changes = { response: { 200: changedResponse, ...problems } };
  const previews = { response: { 200: proposalResponse, ...problems } };
  const base = "/api/offices/:office/exceptions";
  const ofException = ofOffice.extend({ id: z.uuid() });
  const factsOf =
    (office: AdministeredOffice): Parameters<typeof exceptionAddition>[3] =>
    (tx, first, last) =>
      factsOfOffice(tx, office, first, last);

  const list = z.object({ exceptions: z.array(exceptionResponse) });
  app.get(base, { schema: { params: ofOffice, response: { 200: list, ...problems } } }, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, async (tx) => ({ exceptions: await exceptionsOf(tx, office, clock()) }));
  });

  const add = { bodyLimit, schema: { params: ofOffice, headers: keyed, body: decidedException, ...changes } };
  app.post(base, add, (request, reply) => {
    const { decisions, ...wish } = request.body;
    return rule.apply(request, reply, "add exception", decisions, (office, now) =>
      exceptionAddition(office, wish, now, factsOf(office)),
    );
  });
  const addPreview = { schema: { params: ofOffice, body: exceptionRequest, ...previews } };
  app.post(`${base}/proposals`, addPreview, (request) =>
    rule.preview(request, (office, now) => exceptionAddition(office, request.body, now, factsOf(office))),
  );

  const change = {
    bodyLimit,
    schema: {
      params: ofException,
      querystring: ofFollowing,
      headers: seenAndKeyed,
      body: decidedException,
      ...changes,
    },
  };
  app.patch(`${base}/:id`, change, (request, reply) => {
    const { decisions, ...wish } = request.body;
    const { id } = request.params;
    const version = requiredVersionIn(request);
    const withFollowing = request.query.following === "true";
    const route = `change exception ${id}${withFollowing ? " and those that follow" : ""}`;
    return rule.apply(request, reply, route, decisions, async (office, now, tx) => {
      const known = await existingException(tx, office, id, version, now);
      return exceptionChange(office, known, wish, withFollowing, now, factsOf(office));
    });
  });
  const changePreview = {
    schema: { params: ofException, querystring: ofFollowing, body: exceptionRequest, ...previews },
  };
  app.post(`${base}/:id/proposals`, changePreview, (request) =>
    rule.preview(request, async (office, now, tx) => {
      const known = await existingException(tx, office, request.params.id, null, now);
      const withFollowing = request.query.following === "true";
      return exceptionChange(office, known, request.body, withFollowing, now, factsOf(office));
    }),
  );

  const remove = {
    bodyLimit,
    schema: {
      params: ofException,
      querystring: withSeries,
      headers: seenAndKeyed,
      body: decidedOnly.nullish(),
      ...changes,
    },
  };
  app.delete(`${base}/:id`, remove, (request, reply) => {
    const { id } = request.params;
    const version = requiredVersionIn(request);
    const withItsSeries = request.query.series === "true";
    const route = `remove exception ${id}${withItsSeries ? " and its series" : ""}`;
    return rule.apply(request, reply, route, request.body?.decisions, async (office, now, tx) =>
      exceptionRemoval(office, await existingException(tx, office, id, version, now), withItsSeries, now),
    );
  });
}
