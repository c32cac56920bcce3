import { z } from "zod";
import { keyed, problems, type StaffRouteDeps, seen } from "../../identity/staff-routes.ts";
import { rulingHandlers } from "../../ministry/routes-common.ts";
import type { App } from "../../platform/http/server.ts";
import { requiredVersionIn } from "../../platform/http/versions.ts";
import {
  newPartnerRequest,
  type PartnerSecrets,
  partnerResponse,
  partnerSecretsResponse,
  partnersResponse,
  webhookRequest,
} from "../contract.ts";
import { addPartner, changeWebhook, issueKey, partners, revokeKey } from "./partners.ts";

const PATH = "/api/ministry/partners";

/** The ministry's own. Asked again, what was made is there once, and its secrets, which are stored nowhere, are not told again. */
export async function accreditRoutes(app: App, deps: StaffRouteDeps): Promise<void> {
  const { look, act, onceInSecret } = rulingHandlers(deps);
  const secrets = { 201: partnerSecretsResponse, ...problems };

  app.get(PATH, { schema: { response: { 200: partnersResponse, ...problems } } }, (request) => look(request, partners));

  const add = { schema: { headers: keyed, body: newPartnerRequest, response: secrets } };
  app.post(PATH, add, (request, reply) =>
    onceInSecret(request, reply, "add partner", {
      act: (tx, ministry, now) => addPartner(tx, ministry, request.body, now),
      withoutSecret,
    }),
  );

  const ofPartner = z.object({ id: z.uuid() });
  const issue = { schema: { params: ofPartner, headers: keyed, response: secrets } };
  app.post(`${PATH}/:id/keys`, issue, (request, reply) => {
    const { id } = request.params;
    return onceInSecret(request, reply, `issue key ${id}`, {
      act: (tx, ministry, now) => issueKey(tx, ministry, id, now),
      withoutSecret,
    });
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

const withoutSecret = ({ partner }: PartnerSecrets): PartnerSecrets => ({ partner, key: null, webhookSecret: null });
