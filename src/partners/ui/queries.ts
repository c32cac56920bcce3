import { queryOptions } from "@tanstack/react-query";
import { call } from "../../kit/api.ts";
import type { NewPartnerRequest, Partner, PartnerSecrets, Partners, WebhookRequest } from "../contract.ts";

const PATH = "/api/ministry/partners";

export const partnersQuery = queryOptions({
  queryKey: ["ministry", "partners"],
  queryFn: ({ signal }) => call<Partners>(PATH, { signal }),
  refetchInterval: 30_000,
});

export const postPartner = (body: NewPartnerRequest, idempotencyKey: string): Promise<PartnerSecrets> =>
  call(PATH, { method: "POST", body, idempotencyKey });

export const postKey = (id: string, idempotencyKey: string): Promise<PartnerSecrets> =>
  call(`${PATH}/${id}/keys`, { method: "POST", idempotencyKey });

export const revokeKeyOf = (id: string, key: string): Promise<Partner> =>
  call(`${PATH}/${id}/keys/${key}`, { method: "DELETE" });

export const putWebhook = (id: string, body: WebhookRequest, version: number): Promise<PartnerSecrets> =>
  call(`${PATH}/${id}/webhook`, { method: "PUT", body, version });
