import { administeredOffice, operableOffice } from "../identity/office-access.ts";
import { ofOffice, problems, type StaffRouteDeps, seen, seenAndKeyed } from "../identity/staff-routes.ts";
import { idempotencyScopeOf, onceOnly, sendOnce } from "../platform/http/idempotency.ts";
import type { App } from "../platform/http/server.ts";
import { requiredVersionIn, sendVersioned } from "../platform/http/versions.ts";
import { saveDraft, submitQuestionnaire } from "./answer.ts";
import { draftRequest, onboardingResponse, questionnaireRequest } from "./contract.ts";
import { noticeLook } from "./notice-step.ts";
import { onboardingOf } from "./onboarding.ts";

const PATH = "/api/offices/:office/onboarding";

/** «Ένταξη του ΚΕΠ»: everybody of the office sees the actions, its administrators answer the questionnaire. */
export async function onboardingRoutes(app: App, { db, clock, authenticate }: StaffRouteDeps): Promise<void> {
  const response = { 200: onboardingResponse, ...problems };

  app.get(PATH, { schema: { params: ofOffice, response } }, async (request, reply) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    await noticeLook(db, office, "signed-in", clock());
    return sendVersioned(reply, await db.read({ office: office.id }, (tx) => onboardingOf(tx, office)));
  });

  const draft = { schema: { params: ofOffice, headers: seen, body: draftRequest, response } };
  app.put(`${PATH}/draft`, draft, async (request, reply) => {
    const office = administeredOffice(await authenticate(request), request.params.office);
    const typed = { version: requiredVersionIn(request), ...request.body };
    return sendVersioned(reply, await db.write({ office: office.id }, (tx) => saveDraft(tx, office, typed)));
  });

  const submit = { schema: { params: ofOffice, headers: seenAndKeyed, body: questionnaireRequest, response } };
  app.post(PATH, submit, async (request, reply) => {
    const office = administeredOffice(await authenticate(request), request.params.office);
    const finished = { version: requiredVersionIn(request), ...request.body };
    const now = clock();
    const scope = idempotencyScopeOf(request, "submit questionnaire", office.id, office.employeeId);
    const answer = await db.write({ office: office.id }, (tx) =>
      onceOnly(tx, { scope, status: 200, now }, () => submitQuestionnaire(tx, office, finished, now)),
    );
    return sendVersioned(reply, sendOnce(reply, answer));
  });
}
