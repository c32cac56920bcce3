import type { FastifyReply, FastifyRequest } from "fastify";
import { recordRefused } from "../audit/refusals.ts";
import type { StaffRouteDeps } from "../identity/staff-routes.ts";
import { noticedRefusal, problemOf, sendProblem } from "../platform/http/problem.ts";
import type { Refusal } from "../platform/refusal.ts";
import { html } from "../platform/text/html.ts";
import { textIn } from "../text/text.ts";
import { printedPage, type Reader } from "./frame.ts";
import { readerOf } from "./reader.ts";
import "../text/server.ts";

/** Of these nobody knows who asks, or they say nothing of what was asked for. */
const NOT_RECORDED = [401, 408, 429];

/** A print that is refused is recorded too. A person reads why, with the way back; a program gets its problem document. */
export async function answerRefused(
  deps: StaffRouteDeps & { readonly trial: boolean },
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const refusal = noticedRefusal(error, request, reply);
  if (refusal.status < 500 && !NOT_RECORDED.includes(refusal.status))
    await recordRefused(deps, await deps.authenticate(request), { act: "print-refused", refusal, request });
  if (!request.headers.accept?.includes("text/html")) return sendProblem(refusal, request, reply);
  const page = refusedPage(refusal, readerOf(request, deps.trial));
  return reply.code(refusal.status).type("text/html; charset=utf-8").send(page.markup);
}

function refusedPage(refusal: Refusal, reader: Reader) {
  const t = textIn(reader.language);
  const { title, errors = [] } = problemOf(refusal, reader.language);
  const isStranger = refusal.status === 401;
  const back = isStranger
    ? { label: t("paper.sign-in"), address: "/sign-in" }
    : { label: t("paper.back"), address: "/" };
  const paper = html`<div class="refused"><h1>${t("paper.refused-title")}</h1>
<p>${title}</p>
${errors.length > 0 ? html`<ul>${errors.map(({ message }) => html`<li>${message}</li>`)}</ul>` : null}
${isStranger ? null : html`<p>${t("paper.refused-rule")}</p>`}
<p><a href="${back.address}">${back.label}</a></p></div>`;
  return printedPage({ title: t("paper.refused-title"), tools: html``, paper }, reader);
}
