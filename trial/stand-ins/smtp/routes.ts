import type { IncomingMessage, ServerResponse } from "node:http";
import { isOwnForm, seeOther, sendHtml, sendJson } from "../http.ts";
import { notFoundPage, sendStyles } from "../page.ts";
import type { ArrivedMail } from "./arrived.ts";
import { arrivedPage, messagePage } from "./arrived-pages.ts";
import type { KnobDesk } from "./knobs.ts";
import { knobsPage } from "./knobs-page.ts";
import { sendPart } from "./parts.ts";
import { turnByForm, turnByJson } from "./turning.ts";

interface MailDesk extends KnobDesk {
  readonly arrived: ArrivedMail;
}

/** Pages for people, and the same as JSON for tests. */
export function answerAboutMail(desk: MailDesk, request: IncomingMessage, response: ServerResponse, url: URL) {
  const { arrived, knobs } = desk;
  if (request.method === "POST" && !isOwnForm(request))
    return sendJson(response, 403, { error: "another site's form" });
  switch (`${request.method} ${url.pathname}`) {
    case "GET /page.css":
      return sendStyles(response);
    case "GET /":
      return sendHtml(response, 200, arrivedPage(arrived, knobs()));
    case "POST /emptying":
      arrived.empty();
      return seeOther(response, "/");
    case "GET /knobs":
      return sendHtml(response, 200, knobsPage(knobs()));
    case "POST /knobs":
      return turnByForm(desk, request, response);
    case "GET /messages.json":
      return sendJson(response, 200, messagesAsJson(arrived, url.searchParams.get("to")));
    case "DELETE /messages.json":
      arrived.empty();
      return sendJson(response, 200, messagesAsJson(arrived, null));
    case "GET /knobs.json":
      return sendJson(response, 200, knobs());
    case "PUT /knobs.json":
      return turnByJson(desk, request, response);
    default:
      return answerAboutOne(desk, request, response, url);
  }
}

const messagesAsJson = (arrived: ArrivedMail, to: string | null) => ({
  arrived: arrived.count(),
  messages: to === null ? arrived.all() : arrived.to(to),
});

function answerAboutOne({ arrived, knobs }: MailDesk, request: IncomingMessage, response: ServerResponse, url: URL) {
  const [, id, part] = /^GET \/messages\/(\d+)(?:\/([a-z.]+))?$/.exec(`${request.method} ${url.pathname}`) ?? [];
  const message = arrived.byId(Number(id));
  if (!message) return sendHtml(response, 404, notFoundPage());
  return part === undefined
    ? sendHtml(response, 200, messagePage(message, knobs()))
    : sendPart(response, message, part);
}
