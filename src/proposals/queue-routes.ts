import { z } from "zod";
import { administeredOffice, operableOffice } from "../identity/office-access.ts";
import { keyed, maybeSeenAndKeyed, ofOffice, problems, seenAndKeyed } from "../identity/staff-routes.ts";
import type { App } from "../platform/http/server.ts";
import { requiredVersionIn, versionIn } from "../platform/http/versions.ts";
import { activation } from "../queues/activation.ts";
import { queueAddition } from "../queues/add.ts";
import { archival } from "../queues/archive.ts";
import { queueChange } from "../queues/change.ts";
import {
  activityRequest,
  changeQueueRequest,
  hoursRequest,
  newQueueRequest,
  queuesResponse,
  substituteRequest,
} from "../queues/contract.ts";
import { hoursChange } from "../queues/hours.ts";
import { queuesOfOffice } from "../queues/list.ts";
import { defaultChange } from "../queues/make-default.ts";
import { publicity } from "../queues/publicity.ts";
import { substitution } from "../queues/substitute.ts";
import {
  changedResponse,
  changeHistoryResponse,
  decidedActivity,
  decidedHours,
  decidedOnly,
  proposalResponse,
  undoneResponse,
} from "./contract.ts";
import { changeHistory } from "./history.ts";
import { DECIDED_BODY_LIMIT, ofQueue, type RuleDeps, ruleChangeHandlers } from "./routes-common.ts";
import { undoChange } from "./undo.ts";

/** Who sends nothing sends nothing that would have to be read. */
const nothing = z.strictObject({}).nullish();

/** Queues: operators see them, the administrator rules. What may concern appointments has a preview beside it. */
export async function queueRoutes(app: App, deps: RuleDeps): Promise<void> {
  const { db, clock, authenticate, publicBooking } = deps;
  const rule = ruleChangeHandlers(deps);
  const bodyLimit = DECIDED_BODY_LIMIT;
  const changes = { response: { 200: changedResponse, ...problems } };
  const previews = { response: { 200: proposalResponse, ...problems } };
  const base = "/api/offices/:office/queues";

  app.get(base, { schema: { params: ofOffice, response: { 200: queuesResponse, ...problems } } }, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, (tx) => queuesOfOffice(tx, office, publicBooking, clock()));
  });

  const add = { schema: { params: ofOffice, headers: keyed, body: newQueueRequest, ...changes } };
  app.post(base, add, (request, reply) =>
    rule.apply(request, reply, "add queue", undefined, (office) => queueAddition(office, request.body)),
  );

  const change = {
    schema: { params: ofQueue, headers: seenAndKeyed, body: changeQueueRequest, ...changes },
  };
  app.patch(`${base}/:number`, change, (request, reply) => {
    const version = requiredVersionIn(request);
    const { number } = request.params;
    return rule.apply(request, reply, `change queue ${number}`, undefined, (office, now) =>
      queueChange(office, number, version, request.body, now),
    );
  });

  for (const [path, active] of [
    ["activation", true],
    ["deactivation", false],
  ] as const) {
    const body = { params: ofQueue, headers: maybeSeenAndKeyed, body: decidedActivity };
    app.post(`${base}/:number/${path}`, { bodyLimit, schema: { ...body, ...changes } }, (request, reply) => {
      const { decisions, ...wish } = request.body;
      const { number } = request.params;
      const version = versionIn(request);
      return rule.apply(request, reply, `${path} ${number}`, decisions, (office, now) =>
        activation(office, number, active, version, wish, now),
      );
    });
    const preview = { schema: { params: ofQueue, body: activityRequest, ...previews } };
    app.post(`${base}/:number/${path}/proposals`, preview, (request) =>
      rule.preview(request, (office, now) =>
        activation(office, request.params.number, active, null, request.body, now),
      ),
    );
  }

  for (const [path, isPublic] of [
    ["publication", true],
    ["hiding", false],
  ] as const) {
    const body = {
      bodyLimit,
      schema: { params: ofQueue, headers: maybeSeenAndKeyed, body: decidedOnly.nullish(), ...changes },
    };
    app.post(`${base}/:number/${path}`, body, (request, reply) => {
      const { number } = request.params;
      const version = versionIn(request);
      return rule.apply(request, reply, `${path} ${number}`, request.body?.decisions, (office, now) =>
        publicity(office, number, isPublic, version, publicBooking, now),
      );
    });
  }
  app.post(`${base}/:number/hiding/proposals`, { schema: { params: ofQueue, ...previews } }, (request) =>
    rule.preview(request, (office, now) => publicity(office, request.params.number, false, null, publicBooking, now)),
  );

  const makeDefault = { schema: { params: ofQueue, headers: maybeSeenAndKeyed, body: nothing, ...changes } };
  app.post(`${base}/:number/default`, makeDefault, (request, reply) => {
    const { number } = request.params;
    const version = versionIn(request);
    return rule.apply(request, reply, `default ${number}`, undefined, (office) =>
      defaultChange(office, number, version),
    );
  });

  const archive = { bodyLimit, schema: { params: ofQueue, headers: maybeSeenAndKeyed, body: decidedOnly, ...changes } };
  app.post(`${base}/:number/archival`, archive, (request, reply) => {
    const { number } = request.params;
    const version = versionIn(request);
    return rule.apply(request, reply, `archive ${number}`, request.body.decisions, (office, now) =>
      archival(office, number, version, now),
    );
  });
  app.post(`${base}/:number/archival/proposals`, { schema: { params: ofQueue, ...previews } }, (request) =>
    rule.preview(request, (office, now) => archival(office, request.params.number, null, now)),
  );

  const hours = {
    bodyLimit,
    schema: { params: ofQueue, headers: seenAndKeyed, body: decidedHours, ...changes },
  };
  app.put(`${base}/:number/hours`, hours, (request, reply) => {
    const { decisions, ...wish } = request.body;
    const { number } = request.params;
    const version = requiredVersionIn(request);
    return rule.apply(request, reply, `hours ${number}`, decisions, (office, now) =>
      hoursChange(office, number, version, wish, now),
    );
  });
  const hoursPreview = { schema: { params: ofQueue, body: hoursRequest, ...previews } };
  app.post(`${base}/:number/hours/proposals`, hoursPreview, (request) =>
    rule.preview(request, (office, now) => hoursChange(office, request.params.number, null, request.body, now)),
  );

  const substitute = { schema: { params: ofQueue, headers: maybeSeenAndKeyed, body: substituteRequest, ...changes } };
  app.post(`${base}/:number/substitution`, substitute, (request, reply) => {
    const { number } = request.params;
    const version = versionIn(request);
    return rule.apply(request, reply, `substitute ${number}`, undefined, (office, now) =>
      substitution(office, number, version, request.body, now),
    );
  });

  const page = z.strictObject({ before: z.uuid().optional().describe("Of an earlier answer: what came before it") });
  const history = {
    schema: { params: ofOffice, querystring: page, response: { 200: changeHistoryResponse, ...problems } },
  };
  app.get("/api/offices/:office/rule-changes", history, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, (tx) => changeHistory(tx, office, request.query.before ?? null));
  });

  const undo = {
    schema: { params: ofOffice.extend({ id: z.uuid() }), response: { 200: undoneResponse, ...problems } },
  };
  app.post("/api/offices/:office/rule-changes/:id/undo", undo, async (request) => {
    const office = administeredOffice(await authenticate(request), request.params.office);
    return db.write({ office: office.id }, (tx) => undoChange(tx, office, request.params.id, clock()));
  });
}
