import { seenAndKeyed } from "../identity/staff-routes.ts";
import type { App } from "../platform/http/server.ts";
import { requiredVersionIn } from "../platform/http/versions.ts";
import {
  changeAnswer,
  DECIDED_BODY_LIMIT,
  previewing,
  type RuleChangeHandlers,
} from "../proposals/rule-change-handlers.ts";
import { activation } from "./activation.ts";
import { activityRequest, decidedActivity, decidedHours, hoursRequest, substituteRequest } from "./contract.ts";
import { hoursChange } from "./hours.ts";
import { ofQueue } from "./queue-routes.ts";
import { substitution } from "./substitute.ts";

const base = "/api/offices/:office/queues/:number";
const bodyLimit = DECIDED_BODY_LIMIT;

/** The times in which a queue serves, and for a day by another employee. */
export function servingRoutes(app: App, rule: RuleChangeHandlers): void {
  activityRoutes(app, rule, "activation");
  activityRoutes(app, rule, "deactivation");
  hoursRoutes(app, rule);

  const substitute = {
    schema: { params: ofQueue, headers: seenAndKeyed, body: substituteRequest, ...changeAnswer },
  };
  app.post(`${base}/substitution`, substitute, (request, reply) => {
    const seen = { number: request.params.number, version: requiredVersionIn(request) };
    return rule.apply(request, reply, {
      route: `substitute ${seen.number}`,
      changeOf: (office, now) => substitution(office, seen, request.body, now),
    });
  });
}

function activityRoutes(app: App, rule: RuleChangeHandlers, path: "activation" | "deactivation"): void {
  const active = path === "activation";
  const act = {
    bodyLimit,
    schema: { params: ofQueue, headers: seenAndKeyed, body: decidedActivity, ...changeAnswer },
  };
  app.post(`${base}/${path}`, act, (request, reply) => {
    const { decisions, ...dates } = request.body;
    const seen = { number: request.params.number, version: requiredVersionIn(request) };
    return rule.apply(request, reply, {
      route: `${path} ${seen.number}`,
      decisions,
      changeOf: (office, now) => activation(office, seen, { ...dates, active }, now),
    });
  });
  const preview = previewing({ params: ofQueue, body: activityRequest });
  app.post(`${base}/${path}/proposals`, preview, (request) => {
    const seen = { number: request.params.number, version: null };
    return rule.preview(request, (office, now) => activation(office, seen, { ...request.body, active }, now));
  });
}

function hoursRoutes(app: App, rule: RuleChangeHandlers): void {
  const change = {
    bodyLimit,
    schema: { params: ofQueue, headers: seenAndKeyed, body: decidedHours, ...changeAnswer },
  };
  app.put(`${base}/hours`, change, (request, reply) => {
    const { decisions, ...wish } = request.body;
    const seen = { number: request.params.number, version: requiredVersionIn(request) };
    return rule.apply(request, reply, {
      route: `hours ${seen.number}`,
      decisions,
      changeOf: (office, now) => hoursChange(office, seen, wish, now),
    });
  });
  const preview = previewing({ params: ofQueue, body: hoursRequest });
  app.post(`${base}/hours/proposals`, preview, (request) => {
    const seen = { number: request.params.number, version: null };
    return rule.preview(request, (office, now) => hoursChange(office, seen, request.body, now));
  });
}
