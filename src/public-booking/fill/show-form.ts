import type { FastifyReply, FastifyRequest } from "fastify";
import { firstDayIn, sinceOf } from "../../offices/interpreters/require-interpreter.ts";
import { wayToNew } from "../choose/way.ts";
import { type OpenForm, openForm } from "../form/open-form.ts";
import { formMark } from "../form/token.ts";
import { hasTyped } from "../form/visitor.ts";
import { ADDRESS } from "../frame/address.ts";
import type { PagesDeps } from "../frame/deps.ts";
import { goOn, sendPage, tokenHashIn } from "../frame/requests.ts";
import { goesOn } from "../hold/hold.ts";
import { timesInstead } from "../hold/instead.ts";
import { gonePage } from "./gone-page.ts";
import { lostPage } from "./lost-page.ts";

/** A page of what this browser is filling in; or else what became of that, and the way on. */
export async function showForm(
  deps: PagesDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  show: (open: OpenForm) => FastifyReply | Promise<FastifyReply>,
): Promise<FastifyReply> {
  const open = await openForm(deps.db, tokenHashIn(request), deps.clock());
  if (!open) return sendPage(reply, lostPage(deps.reader), 404);
  if (open.form.confirmed_at) return goOn(reply, deps.reader.path(ADDRESS.done));
  if (!goesOn(open.form, deps.clock())) return showOver(deps, open, reply);
  return show(open);
}

/** What was typed is kept: the time can be held again, or another one chosen. */
export async function showOver({ db, clock, reader }: PagesDeps, open: OpenForm, reply: FastifyReply) {
  const { office, form, place, service } = open;
  const asked = {
    service: form.service,
    startsAt: form.starts_at,
    now: clock(),
    since: sinceOf(firstDayIn(form.typed.interpreterFirst)),
  };
  const instead = await db.read({ office: office.id }, (tx) => timesInstead(tx, office, asked));
  const gone = {
    place,
    service,
    instead,
    way: wayToNew(place.code, service.code, formMark(form.token_hash)),
    wasHeld: !form.awaits_email,
    hasTyped: hasTyped(form),
  };
  return sendPage(reply, gonePage(gone, reader), 409);
}
