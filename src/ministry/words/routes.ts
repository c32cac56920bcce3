import { z } from "zod";
import { servicesMeant } from "../../catalogue/catalogue-search.ts";
import { missedWords } from "../../catalogue/missed/missed-words.ts";
import { keyed, problems, type StaffRouteDeps, seen } from "../../identity/staff-routes.ts";
import type { App } from "../../platform/http/server.ts";
import { requiredVersionIn, sendVersioned } from "../../platform/http/versions.ts";
import { rulingHandlers } from "../routes-common.ts";
import {
  newReferralRequest,
  referralRequest,
  referralResponse,
  serviceWordsResponse,
  wordsRequest,
  wordsResponse,
  wordsSearchResponse,
} from "./contract.ts";
import { addReferral, changeReferral, listReferrals, removeReferral } from "./referrals.ts";
import { changeServiceWords, listServiceWords } from "./words.ts";

const PATH = "/api/ministry/words";
const REFERRALS = "/api/ministry/referrals";

/** How people call the services, and what they look for elsewhere. */
export async function wordsRoutes(app: App, deps: StaffRouteDeps): Promise<void> {
  const { look, act, once } = rulingHandlers(deps);
  const params = z.object({ code: z.string() });

  app.get(PATH, { schema: { response: { 200: wordsResponse, ...problems } } }, async (request) => {
    const kept = await look(request, async (tx, ministry) => ({
      services: await listServiceWords(tx, ministry),
      referrals: await listReferrals(tx, ministry),
    }));
    return { ...kept, missed: await missedWords(deps.db) };
  });

  const querystring = z.strictObject({ q: z.string().max(100).describe("As a citizen types it") });
  const search = { schema: { querystring, response: { 200: wordsSearchResponse, ...problems } } };
  app.get(`${PATH}/search`, search, async (request) => {
    // Only for who may see the page.
    await look(request, async () => null);
    const { services, elsewhere, unknown } = await servicesMeant(deps.db, request.query.q);
    const here = services.map(({ service, by }) => ({ service, referral: null, by }));
    const there = elsewhere ? [{ service: null, referral: elsewhere.referral.code, by: elsewhere.by }] : [];
    return { found: elsewhere?.isFirst ? [...there, ...here] : [...here, ...there], unknown: [...unknown] };
  });

  const words = {
    schema: { params, headers: seen, body: wordsRequest, response: { 200: serviceWordsResponse, ...problems } },
  };
  app.put("/api/ministry/services/:code/words", words, async (request, reply) => {
    const wanted = { code: request.params.code, version: requiredVersionIn(request), ...request.body };
    return sendVersioned(
      reply,
      await act(request, (tx, ministry, now) => changeServiceWords(tx, ministry, wanted, now)),
    );
  });

  const add = {
    schema: { headers: keyed, body: newReferralRequest, response: { 201: referralResponse, ...problems } },
  };
  app.post(REFERRALS, add, (request, reply) =>
    once(request, reply, "add referral", (tx, ministry, now) => addReferral(tx, ministry, request.body, now)),
  );

  const response = { 200: referralResponse, ...problems };
  const change = { schema: { params, headers: seen, body: referralRequest, response } };
  app.put(`${REFERRALS}/:code`, change, async (request, reply) => {
    const wanted = { code: request.params.code, version: requiredVersionIn(request), ...request.body };
    return sendVersioned(reply, await act(request, (tx, ministry, now) => changeReferral(tx, ministry, wanted, now)));
  });

  const remove = { schema: { params, headers: seen, response } };
  app.delete(`${REFERRALS}/:code`, remove, (request) => {
    const wanted = { code: request.params.code, version: requiredVersionIn(request) };
    return act(request, (tx, ministry, now) => removeReferral(tx, ministry, wanted, now));
  });
}
