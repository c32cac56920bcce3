import type { FastifyReply, FastifyRequest } from "fastify";
import { record, recordNationally } from "../audit/record.ts";
import { ministryStaff, NATION } from "../identity/ministry-access.ts";
import { operableOffice } from "../identity/office-access.ts";
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
const LONGEST_ADDRESS = 500;

/** A print that is refused is recorded too. A person reads why, with the way back; a program gets its problem document. */
export async function answerRefused(
  deps: StaffRouteDeps & { readonly trial: boolean },
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const refusal = noticedRefusal(error, request, reply);
  if (refusal.status < 500 && !NOT_RECORDED.includes(refusal.status)) await recordRefused(deps, refusal, request);
  if (!request.headers.accept?.includes("text/html")) return sendProblem(refusal, request, reply);
  const page = refusedPage(refusal, readerOf(request, deps.trial));
  return reply.code(refusal.status).type("text/html; charset=utf-8").send(page.markup);
}

/**
 * In the office that was asked for, where it is one of the employee's own. Another's audit is closed to strangers, who
 * could fill it otherwise, and a reader there could do nothing about them: such an attempt stands in each office of the
 * employee, whose heads answer for that, and for the ministry's staff in the nation's.
 */
async function recordRefused(
  { db, clock, authenticate }: StaffRouteDeps,
  { code }: Refusal,
  request: FastifyRequest,
): Promise<void> {
  const actor = await authenticate(request);
  const entry = { act: "print-refused", details: { code, asked: request.url.slice(0, LONGEST_ADDRESS) } };
  const wanted = (request.params as { readonly office?: string }).office;
  const own = actor.memberships.filter((office) => office.code === wanted);
  for (const { code: ofOffice } of own.length > 0 ? own : actor.memberships) {
    const office = operableOffice(actor, ofOffice);
    await db.write({ office: office.id }, (tx) => record(tx, office, entry, clock()));
  }
  if (actor.memberships.length === 0 && actor.ministry)
    await db.write({ office: NATION }, (tx) => recordNationally(tx, ministryStaff(actor), entry, clock()));
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
