import type { FastifyReply, FastifyRequest } from "fastify";
import { noticedRefusal, problemOf } from "../../platform/http/problem.ts";
import type { Refusal } from "../../platform/refusal.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { type Clock, clockTextOf } from "../../platform/time.ts";
import { citizensPage } from "./page.ts";
import { list, rows } from "./parts.ts";
import type { PageReader } from "./reader.ts";
import { sendPage } from "./requests.ts";

/** Whatever goes wrong is a page that says what happened and the next step; what was typed is still there. */
export function answerTrouble(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  { reader, clock }: { readonly reader: PageReader; readonly clock: Clock },
): FastifyReply {
  const refusal = noticedRefusal(error, request, reply);
  return sendPage(reply, troublePage(refusal, reader, clock()), refusal.status);
}

export function troublePage(refusal: Refusal, reader: PageReader, now: Temporal.Instant): Html {
  const { t } = reader;
  const { title, main } = troubleOf(refusal, reader, now);
  const on = rows([
    { address: reader.path("/book"), label: t("book.trouble-start") },
    { address: reader.path("/book/find"), label: t("book.trouble-find") },
  ]);
  return citizensPage({ title, address: null, main: html`<h1>${title}</h1>${main}${on}` }, reader);
}

function troubleOf(
  refusal: Refusal,
  { language, t }: PageReader,
  now: Temporal.Instant,
): { title: string; main: Html } {
  const { status, details } = refusal;
  if (status === 404) return { title: t("book.not-found-title"), main: html`<p>${t("book.not-found-text")}</p>` };
  if (status === 429) {
    const time = clockTextOf(now.add({ seconds: Number(details.values?.seconds ?? 60) + 60 }));
    const main = html`<p class="lead">${t("book.too-many-text")}</p><p>${t("book.too-many-shared")}</p>
<h2>${t("book.too-many-hurry")}</h2><p>${t("book.too-many-call")}</p>`;
    return { title: t("book.too-many-title", { time }), main };
  }
  if (status >= 500) return { title: t("book.unavailable-title"), main: html`<p>${t("book.unavailable-text")}</p>` };
  const { title, errors = [] } = problemOf(refusal, language);
  const sentences = errors.length > 0 ? list(errors.map(({ message }) => message)) : null;
  return { title: t("book.trouble-title"), main: html`<p class="lead">${title}</p>${sentences}` };
}
