import { problems, type StaffRouteDeps, seen } from "../../identity/staff-routes.ts";
import { rulingHandlers } from "../../ministry/routes-common.ts";
import type { App } from "../../platform/http/server.ts";
import { requiredVersionIn, sendVersioned } from "../../platform/http/versions.ts";
import { nationalDrawsResponse, sharesPreviewResponse, sharesRequest, termsRequest } from "../contract.ts";
import { changeTerms } from "./change-terms.ts";
import { nationalDraws } from "./ministry-draws.ts";
import { createSharesPreviews, lastDraw } from "./preview-shares.ts";

const PATH = "/api/ministry/draws";

/** How draws are held: the ministry says so. */
export async function drawTermsRoutes(app: App, deps: StaffRouteDeps): Promise<void> {
  const { look, act } = rulingHandlers(deps);
  const previewOfShares = createSharesPreviews(deps.db);
  const response = { 200: nationalDrawsResponse, ...problems };

  app.get(PATH, { schema: { response } }, async (request, reply) =>
    sendVersioned(reply, await look(request, (tx, _ministry, now) => nationalDraws(tx, now))),
  );

  app.put(PATH, { schema: { headers: seen, body: termsRequest, response } }, async (request, reply) => {
    const wanted = { version: requiredVersionIn(request), ...request.body };
    return sendVersioned(reply, await act(request, (tx, ministry, now) => changeTerms(tx, ministry, wanted, now)));
  });

  const preview = { schema: { body: sharesRequest, response: { 200: sharesPreviewResponse, ...problems } } };
  app.post(`${PATH}/preview`, preview, async (request) => {
    const last = await look(request, (tx) => lastDraw(tx, request.body));
    return { preview: last && (await previewOfShares(last, request.body)) };
  });
}
