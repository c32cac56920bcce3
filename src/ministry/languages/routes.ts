import { z } from "zod";
import { problems, type StaffRouteDeps, seen } from "../../identity/staff-routes.ts";
import type { App } from "../../platform/http/server.ts";
import { requiredVersionIn, sendVersioned } from "../../platform/http/versions.ts";
import { COUNTER_LANGUAGES } from "../../text/languages.ts";
import { counterLanguageResponse, counterLanguagesResponse, switchRequest } from "../contract.ts";
import { rulingHandlers } from "../routes-common.ts";
import { counterLanguages, switchLanguage } from "./languages.ts";

const PATH = "/api/ministry/languages";

export async function languageRoutes(app: App, deps: StaffRouteDeps): Promise<void> {
  const { look, act } = rulingHandlers(deps);

  const list = { schema: { response: { 200: counterLanguagesResponse, ...problems } } };
  app.get(PATH, list, (request) => look(request, counterLanguages));

  const params = z.object({ language: z.enum(COUNTER_LANGUAGES) });
  const response = { 200: counterLanguageResponse, ...problems };
  const change = { schema: { params, headers: seen, body: switchRequest, response } };
  app.put(`${PATH}/:language`, change, async (request, reply) => {
    const wanted = { language: request.params.language, version: requiredVersionIn(request), ...request.body };
    return sendVersioned(reply, await act(request, (tx, ministry, now) => switchLanguage(tx, ministry, wanted, now)));
  });
}
