import { z } from "zod";
import { keyed, problems, type StaffRouteDeps, seenAndKeyed } from "../../identity/staff-routes.ts";
import { questionSet } from "../../onboarding/contract.ts";
import { newestQuestions, replaceQuestions } from "../../onboarding/question-set.ts";
import { resetQuestionnaire } from "../../onboarding/reset.ts";
import { languageOf } from "../../platform/http/problem.ts";
import type { App } from "../../platform/http/server.ts";
import { requiredVersionIn } from "../../platform/http/versions.ts";
import { Refusal } from "../../platform/refusal.ts";
import { nationalDayResponse, nationalProgressResponse, resetRequest, resetResponse } from "../contract.ts";
import { rulingHandlers } from "../routes-common.ts";
import { nationalDay, nationalProgress } from "./progress.ts";
import { progressCsv } from "./progress-csv.ts";
import { officeOfCode } from "./progress-sql.ts";

const base = "/api/ministry/onboarding";
const file = { description: "A file", content: { "text/csv": { schema: z.string() } } };

/** How the offices join the platform, as the ministry sees and steers it. */
export async function nationalOnboardingRoutes(app: App, deps: StaffRouteDeps): Promise<void> {
  const { look, once } = rulingHandlers(deps);

  app.get(base, { schema: { response: { 200: nationalProgressResponse, ...problems } } }, (request) =>
    look(request, nationalProgress),
  );

  app.get(`${base}.csv`, { schema: { response: { 200: file, ...problems } } }, async (request, reply) => {
    const progress = await look(request, nationalProgress);
    return reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", `attachment; filename="onboarding-${progress.now.date}.csv"`)
      .send(progressCsv(progress, languageOf(request)));
  });

  app.get("/api/ministry/day", { schema: { response: { 200: nationalDayResponse, ...problems } } }, (request) =>
    look(request, nationalDay),
  );

  const params = z.object({ code: z.string() });
  const reset = {
    schema: { params, headers: seenAndKeyed, body: resetRequest, response: { 201: resetResponse, ...problems } },
  };
  app.post(`${base}/:code/reset`, reset, (request, reply) => {
    const { code } = request.params;
    const version = requiredVersionIn(request);
    return once(request, reply, `reset questionnaire ${code}`, async (tx, ministry, now) => {
      const office = await officeOfCode(tx, code);
      if (!office) throw new Refusal(404, "office-not-found");
      await resetQuestionnaire(tx, ministry, { office, version, reason: request.body.reason }, now);
      return { code };
    });
  });

  app.get("/api/ministry/questions", { schema: { response: { 200: questionSet, ...problems } } }, (request) =>
    look(request, newestQuestions),
  );
  const replace = { schema: { headers: keyed, body: questionSet, response: { 201: questionSet, ...problems } } };
  app.post("/api/ministry/questions", replace, (request, reply) =>
    once(request, reply, "replace questions", (tx, ministry, now) => replaceQuestions(tx, ministry, request.body, now)),
  );
}
