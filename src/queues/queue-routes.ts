import { z } from "zod";
import { keyed, ofOffice, seenAndKeyed } from "../identity/staff-routes.ts";
import type { App } from "../platform/http/server.ts";
import { requiredVersionIn } from "../platform/http/versions.ts";
import { decidedOnly } from "../proposals/contract.ts";
import {
  changeAnswer,
  DECIDED_BODY_LIMIT,
  previewing,
  type RuleChangeHandlers,
} from "../proposals/rule-change-handlers.ts";
import { queueAddition } from "./add.ts";
import { archival } from "./archive.ts";
import { queueChange } from "./change.ts";
import { changeQueueRequest, newQueueRequest, newQueuesRequest } from "./contract.ts";
import { defaultChange } from "./make-default.ts";
import { publicity } from "./publicity.ts";

export const ofQueue = ofOffice.extend({ number: z.coerce.number().int().min(1).max(99) });

const base = "/api/offices/:office/queues";
const bodyLimit = DECIDED_BODY_LIMIT;
/** A request without a body sends nothing that would have to be read. */
const nothing = z.strictObject({}).nullish();

/** The queues themselves: added, renamed, made the default one, put away. */
export function queueItselfRoutes(app: App, rule: RuleChangeHandlers): void {
  const add = { schema: { params: ofOffice, headers: keyed, body: newQueueRequest, ...changeAnswer } };
  app.post(base, add, (request, reply) =>
    rule.apply(request, reply, {
      route: "add queue",
      changeOf: (office, now) => queueAddition(office, [request.body], now),
    }),
  );

  const addSeveral = { schema: { params: ofOffice, headers: keyed, body: newQueuesRequest, ...changeAnswer } };
  app.post(`${base}/additions`, addSeveral, (request, reply) =>
    rule.apply(request, reply, {
      route: "add queues",
      changeOf: (office, now) => queueAddition(office, request.body.queues, now),
    }),
  );

  const change = { schema: { params: ofQueue, headers: seenAndKeyed, body: changeQueueRequest, ...changeAnswer } };
  app.patch(`${base}/:number`, change, (request, reply) => {
    const seen = { number: request.params.number, version: requiredVersionIn(request) };
    return rule.apply(request, reply, {
      route: `change queue ${seen.number}`,
      changeOf: (office, now) => queueChange(office, seen, request.body, now),
    });
  });

  const makeDefault = { schema: { params: ofQueue, headers: seenAndKeyed, body: nothing, ...changeAnswer } };
  app.post(`${base}/:number/default`, makeDefault, (request, reply) => {
    const seen = { number: request.params.number, version: requiredVersionIn(request) };
    return rule.apply(request, reply, {
      route: `default ${seen.number}`,
      changeOf: (office) => defaultChange(office, seen),
    });
  });

  const archive = {
    bodyLimit,
    schema: { params: ofQueue, headers: seenAndKeyed, body: decidedOnly, ...changeAnswer },
  };
  app.post(`${base}/:number/archival`, archive, (request, reply) => {
    const seen = { number: request.params.number, version: requiredVersionIn(request) };
    return rule.apply(request, reply, {
      route: `archive ${seen.number}`,
      decisions: request.body.decisions,
      changeOf: (office, now) => archival(office, seen, now),
    });
  });
  app.post(`${base}/:number/archival/proposals`, previewing({ params: ofQueue }), (request) =>
    rule.preview(request, (office, now) => archival(office, { number: request.params.number, version: null }, now)),
  );
}

/** Shown to citizens, or hidden from them. */
export function publicityRoutes(app: App, rule: RuleChangeHandlers): void {
  const schema = { params: ofQueue, headers: seenAndKeyed, body: decidedOnly.nullish(), ...changeAnswer };
  for (const [path, isPublic] of [
    ["publication", true],
    ["hiding", false],
  ] as const)
    app.post(`${base}/:number/${path}`, { bodyLimit, schema }, (request, reply) => {
      const seen = { number: request.params.number, version: requiredVersionIn(request) };
      return rule.apply(request, reply, {
        route: `${path} ${seen.number}`,
        decisions: request.body?.decisions,
        changeOf: (office, now) => publicity(office, seen, isPublic, now),
      });
    });
  app.post(`${base}/:number/hiding/proposals`, previewing({ params: ofQueue }), (request) => {
    const seen = { number: request.params.number, version: null };
    return rule.preview(request, (office, now) => publicity(office, seen, false, now));
  });
}
