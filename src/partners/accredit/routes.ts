import { z } from "zod";
import { problems, type StaffRouteDeps, seen } from "../../identity/staff-routes.ts";
import { rulingHandlers } from "../../ministry/routes-common.ts";
import type { App } from "../../platform/http/server.ts";
import { requiredVersionIn } from "../../platform/http/versions.ts";
import {
  newPartnerRequest,
  partnerResponse,
  partnerSecretsResponse,
  partnersResponse,
  webhookRequest,
} from "../contract.ts";
import { addPartner, changeWebhook, issueKey, partners, revokeKey } from "./partners.ts";

const PATH = "/api/ministry/partners";

/** The ministry's own. Without idempotency keys: an answer that is kept to be repeated would keep the secrets. */
export async function accreditRoutes(app: App, deps: StaffRouteDeps): Promise<void> {
  const { look, act } = rulingHandlers(deps);
  const secrets = { 201: partnerSecretsResponse, ...problems };

  app.get(PATH, { schema: { response: { 200: partnersResponse, ...problems } } }, (request) => look(request, partners));

  app.post(PATH, { schema: { body: newPartnerRequest, response: secrets } }, (request, reply) => {
    reply.code(201);
    return act(request, (tx, ministry, now) => addPartner(tx, ministry, request.body, now));
  });

  const ofPartner = z.object({ id: z.uuid() });
  app.post(`${PATH}/:id/keys`, { schema: { params: ofPartner, response: secrets } }, (request, reply) => {
    reply.code(201);
    return act(request, (tx, ministry, now) => issueKey(tx, ministry, request.params.id, now));
  });

  const ofKey = ofPartner.extend({ key: z.uuid() });
  const revoke = { schema: { params: ofKey, response: { 200: partnerResponse, ...problems } } };
  app.delete(`${PATH}/:id/keys/:key`, revoke, (request) => {
    const { id: partner, key } = request.params;
    return act(request, (tx, ministry, now) => revokeKey(tx, ministry, { partner, key }, now));
  });

  const response = { 200: partnerSecretsResponse, ...problems };
  const change = { schema: { params: ofPartner, headers: seen, body: webhookRequest, response } };
  app.put(`${PATH}/:id/webhook`, change, (request) => {
    const wanted = { id: request.params.id, version: requiredVersionIn(request), url: request.body.webhookUrl };
    return act(request, (tx, ministry, now) => changeWebhook(tx, ministry, wanted, now));
  });
}
