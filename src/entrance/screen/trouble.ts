import type { FastifyReply, FastifyRequest } from "fastify";
import { noticedRefusal } from "../../platform/http/problem.ts";
import { type Html, html } from "../../platform/text/html.ts";
import type { Clock } from "../../platform/time.ts";
import { icon } from "../../public-booking/frame/icons.ts";
import type { PageReader } from "../../public-booking/frame/reader.ts";
import { sendPage } from "../../public-booking/frame/requests.ts";
import { kioskPage } from "./kiosk-page.ts";
import { endLink } from "./pages.ts";

/** As long as too many tries are remembered */
const TROUBLE_SECONDS = 60;

/** Whatever goes wrong is a page of the screen's own: it leads nowhere else, and gives way to the start by itself. */
export function answerOnScreen(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  { reader, clock }: { readonly reader: PageReader; readonly clock: Clock },
): FastifyReply {
  const { status } = noticedRefusal(error, request, reply);
  return sendPage(reply, troubleOnScreen(status, clock(), reader), status);
}

export function troubleOnScreen(status: number, now: Temporal.Instant, reader: PageReader): Html {
  const { t } = reader;
  const { title, text } = wordsOf(status, reader);
  const main = html`<div class="kcard center ktrouble" role="alert">${icon("warning")}<h1>${title}</h1><p class="kbig">${text} ${t("entrance.ask")}</p></div>`;
  const foot = status === 404 ? null : endLink(reader);
  return kioskPage({ office: null, title, main, foot, clearsIn: TROUBLE_SECONDS }, now, reader);
}

function wordsOf(status: number, { t }: PageReader): { title: string; text: string | null } {
  if (status === 404) return { title: t("entrance.unused"), text: null };
  if (status === 429) return { title: t("entrance.too-many"), text: t("entrance.too-many-text") };
  return { title: t("entrance.trouble"), text: null };
}
