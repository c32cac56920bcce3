import type { FastifyReply, FastifyRequest } from "fastify";
import { formatPhone } from "../../kit/dates.ts";
import { noticedRefusal, problemOf } from "../../platform/http/problem.ts";
import type { Refusal } from "../../platform/refusal.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { type Clock, clockTextOf } from "../../platform/time.ts";
import { isOfLimit } from "../confirm/limit.ts";
import { ADDRESS } from "./address.ts";
import { citizensPage } from "./page.ts";
import { list, type Row, rows, telephone } from "./parts.ts";
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
  const elsewhere = serviceElsewhere(refusal);
  const on = rows([
    ...waysOfTooLong(tooLong(refusal), reader),
    ...(elsewhere === null
      ? []
      : [{ address: reader.path(ADDRESS.offices({ service: elsewhere })), label: t("finder.who-does") }]),
    { address: reader.path("/book"), label: t("book.trouble-start") },
    { address: reader.path("/book/find"), label: t("book.trouble-find") },
  ]);
  return citizensPage({ title, address: null, main: html`<h1>${title}</h1>${main}${on}` }, reader);
}

/** What is read where no page can be made now; itself made once, for it must cost hardly anything. */
export function comeAgainPage(reader: PageReader): () => string {
  let made: { readonly languages: readonly string[]; readonly markup: string } | undefined;
  return () => {
    const languages = reader.languages();
    if (made?.languages !== languages) made = { languages, markup: pageToComeAgain(reader).markup };
    return made.markup;
  };
}

function pageToComeAgain(reader: PageReader): Html {
  const title = reader.t("book.unavailable-title");
  const main = html`<h1>${title}</h1><p class="lead">${reader.t("book.come-again-text")}</p>`;
  return citizensPage({ title, address: null, main }, reader);
}

/** The service that was asked for, of an office that does not do it; null: that is not the matter. */
function serviceElsewhere({ details: { errors = [] } }: Refusal): string | null {
  const service = errors.find(({ code }) => code === "service-not-offered")?.values?.service;
  return service === undefined ? null : String(service);
}

interface TooLong {
  /** Who would have to arrange so much; empty where none is chosen */
  readonly office: string;
  readonly phone: string;
  /** For which other offices may have room; empty: it is that office that has the appointment */
  readonly service: string;
  readonly isOne: boolean;
}

/** Null: that is not the matter. */
function tooLong({ details: { errors = [] } }: Refusal): TooLong | null {
  const fault = errors.find(({ code }) => TOO_LONG.includes(code));
  if (!fault) return null;
  const { office = "", phone = "", service = "" } = fault.values ?? {};
  const isOne = fault.code === "service-longer-than-open";
  return { office: String(office), phone: String(phone), service: String(service), isOne };
}

const TOO_LONG: readonly string[] = [
  "visit-too-long",
  "visit-too-much",
  "visit-longer-than-open",
  "service-longer-than-open",
];

function waysOfTooLong(long: TooLong | null, { t, path }: PageReader): Row[] {
  if (!long) return [];
  const { office, service, isOne } = long;
  const change = { address: path(ADDRESS.together({ service, office })), label: t("finder.together-change") };
  const others = { address: path(ADDRESS.earliest({ service })), label: t("book.earliest-near") };
  const byPhone = { address: path(office ? ADDRESS.office(office) : ADDRESS.offices()), label: t("book.by-phone") };
  return service ? [...(isOne ? [] : [change]), others, byPhone] : [byPhone];
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
  if (serviceElsewhere(refusal) !== null)
    return { title: t("book.not-offered-title"), main: html`<p class="lead">${t("book.not-offered-text")}</p>` };
  const { title, errors = [] } = problemOf(refusal, language);
  const long = tooLong(refusal);
  if (long !== null)
    return {
      title: t(long.isOne ? "book.by-phone" : "book.too-long-title"),
      main: html`<p class="lead">${errors.map(({ message }) => message).join(" ")}</p>${long.phone ? html`<p>${telephone(long.phone, formatPhone(long.phone))}</p>` : null}`,
    };
  // Nothing went wrong: it is a rule.
  if (isOfLimit(refusal)) return { title: t("book.limit-title"), main: html`<p class="lead">${title}</p>` };
  const sentences = errors.length > 0 ? list(errors.map(({ message }) => message)) : null;
  return { title: t("book.trouble-title"), main: html`<p class="lead">${title}</p>${sentences}` };
}
