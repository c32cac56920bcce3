import type { IncomingMessage, ServerResponse } from "node:http";
import { bodyOf, formBody, isOfType, seeOther, sendHtml, sendJson } from "../http.ts";
import { type KnobDesk, type SmtpKnobs, smtpKnobs } from "./knobs.ts";
import { knobsPage } from "./knobs-page.ts";

/** All of them at once. Asking for JSON keeps other sites' forms out. */
export async function turnByJson({ knobs, turn }: KnobDesk, request: IncomingMessage, response: ServerResponse) {
  if (!isOfType(request, "application/json")) return sendJson(response, 415, { error: "application/json, please" });
  const wanted = smtpKnobs.safeParse(JSON.parse(await bodyOf(request)));
  if (!wanted.success) return sendJson(response, 422, { error: wanted.error.issues });
  turn(wanted.data);
  return sendJson(response, 200, knobs());
}

/** One act of the page: a fault more, dead or alive again, or all is well. */
export async function turnByForm({ knobs, turn }: KnobDesk, request: IncomingMessage, response: ServerResponse) {
  const { act, ...typed } = Object.fromEntries(await formBody(request));
  const now = knobs();
  const wanted = smtpKnobs.safeParse(wantedBy(act ?? "", typed, now));
  if (!wanted.success) {
    const wrong = wanted.error.issues.flatMap(({ path }) => path.slice(-1));
    return sendHtml(response, 422, knobsPage(now, { typed, wrong }));
  }
  turn(wanted.data);
  return seeOther(response, "/knobs");
}

function wantedBy(act: string, typed: Readonly<Record<string, string>>, now: SmtpKnobs): unknown {
  if (act === "off") return {};
  return act === "add" ? { ...now, faults: [...now.faults, faultOf(typed)] } : { ...now, dead: act === "kill" };
}

const NUMBERS = ["code", "ms", "times"];

/** What is left empty has its default. */
const faultOf = (typed: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(typed)
      .filter(([, value]) => value.trim() !== "")
      .map(([name, value]) => [name, NUMBERS.includes(name) ? Number(value) : value.trim()]),
  );
