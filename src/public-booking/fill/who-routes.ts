import type { FastifyReply } from "fastify";
import { z } from "zod";
import type { App } from "../../platform/http/server.ts";
import { changeForm, keepTyped } from "../form/open-form.ts";
import { whoIn } from "../form/typed.ts";
import { whoErrors } from "../form/visitor.ts";
import { ADDRESS } from "../frame/address.ts";
import type { PagesDeps } from "../frame/deps.ts";
import { goOn, PAGE, sendPage, tokenHashIn } from "../frame/requests.ts";
import { extendHold } from "../hold/extend.ts";
import { goesOn } from "../hold/hold.ts";
import { showForm } from "./show-form.ts";
import { whoPage } from "./who-page.ts";

/** Who comes, and ten minutes more for whoever needs them. */
export function whoRoutes(app: App, deps: PagesDeps): void {
  const { db, clock, reader } = deps;
  const offersTaxisnet = deps.taxisnet !== null;
  const get = { ...PAGE, schema: { hide: true } };
  const post = { ...PAGE, schema: { hide: true, body: z.looseObject({}) } };

  app.get(ADDRESS.who, get, async (request, reply: FastifyReply) =>
    showForm(deps, request, reply, (open) => sendPage(reply, whoPage(open, { errors: [], offersTaxisnet }, reader))),
  );

  app.post(ADDRESS.who, post, async (request, reply: FastifyReply) => {
    const said = { typed: whoIn(request.body), language: reader.language, now: clock() };
    const kept = await changeForm(db, tokenHashIn(request), (tx, office, form) => keepTyped(tx, office, form, said));
    if (kept && goesOn(kept, said.now) && whoErrors(kept).length === 0) return goOn(reply, reader.path(ADDRESS.check));
    return showForm(deps, request, reply, (open) =>
      sendPage(reply, whoPage(open, { errors: whoErrors(open.form), offersTaxisnet }, reader), 422),
    );
  });

  app.post(ADDRESS.extend, post, async (request, reply: FastifyReply) => {
    await changeForm(db, tokenHashIn(request), (tx, office, form) => extendHold(tx, office, form, clock()));
    return goOn(reply, reader.path(whereFrom(request.headers.referer)));
  });
}

const STEPS = [ADDRESS.check, ADDRESS.sent, ADDRESS.fix];

/** Back to the page on which the button was pressed. */
const whereFrom = (referer: string | undefined): string =>
  STEPS.find((step) => URL.parse(referer ?? "")?.pathname.endsWith(step)) ?? ADDRESS.who;
