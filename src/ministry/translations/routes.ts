import { z } from "zod";
import { problems, type StaffRouteDeps, seen } from "../../identity/staff-routes.ts";
import type { App } from "../../platform/http/server.ts";
import { requiredVersionIn, sendVersioned } from "../../platform/http/versions.ts";
import { TRANSLATED_LANGUAGES } from "../../text/languages.ts";
import { translationListResponse, translationRequest, translationResponse } from "../contract.ts";
import { rulingHandlers } from "../routes-common.ts";
import { changeTranslation, listTranslations } from "./translations.ts";

const PATH = "/api/ministry/translations/:language";

export async function translationRoutes(app: App, deps: StaffRouteDeps): Promise<void> {
  const { look, act } = rulingHandlers(deps);
  const ofLanguage = z.object({ language: z.enum(TRANSLATED_LANGUAGES) });

  const list = { schema: { params: ofLanguage, response: { 200: translationListResponse, ...problems } } };
  app.get(PATH, list, (request) =>
    look(request, (tx, ministry) => listTranslations(tx, ministry, request.params.language)),
  );

  const params = ofLanguage.extend({ id: z.string().regex(/^[0-9a-f]{32}$/) });
  const response = { 200: translationResponse, ...problems };
  const change = { schema: { params, headers: seen, body: translationRequest, response } };
  app.put(`${PATH}/:id`, change, async (request, reply) => {
    const wanted = { ...request.params, version: requiredVersionIn(request), request: request.body };
    return sendVersioned(
      reply,
      await act(request, (tx, ministry, now) => changeTranslation(tx, ministry, wanted, now)),
    );
  });
}
