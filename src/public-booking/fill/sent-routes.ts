import type { FastifyReply } from "fastify";
import { z } from "zod";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import type { App } from "../../platform/http/server.ts";
import type { FieldError } from "../../platform/refusal.ts";
import { emailMeant } from "../../platform/text/email-slip.ts";
import { askForLink, unpausedFor, type Wait } from "../confirm/ask-for-link.ts";
import type { FormRow } from "../form/form-sql.ts";
import { changeForm, keepTyped, type OpenForm } from "../form/open-form.ts";
import { contactErrors } from "../form/visitor.ts";
import { ADDRESS } from "../frame/address.ts";
import { type PagesDeps, type SignInWays, sessionWays, signInWays } from "../frame/deps.ts";
import { goOn, PAGE, sendPage, tokenHashIn } from "../frame/requests.ts";
import { goesOn } from "../hold/hold.ts";
import { lettersSender } from "../sql.ts";
import { fixPage } from "./fix-page.ts";
import { sentPage } from "./sent-page.ts";
import { showForm } from "./show-form.ts";

/** The e-mail with the link is on its way: sent once more, or to another address. */
export function sentRoutes(app: App, deps: PagesDeps): void {
  const { db, clock, reader } = deps;
  const get = { ...PAGE, schema: { hide: true } };
  const post = { ...PAGE, schema: { hide: true, body: z.looseObject({}) } };

  app.get(ADDRESS.sent, get, async (request, reply) => showForm(deps, request, reply, (open) => shown(open, 0, reply)));

  app.post(ADDRESS.sent, post, async (request, reply) => {
    const wait = await changeForm(db, tokenHashIn(request), (tx, office, form) => once(tx, office, form));
    return showForm(deps, request, reply, (open) =>
      wait === 0 ? goOn(reply, reader.path(ADDRESS.sent)) : shown(open, wait, reply),
    );
  });

  app.get(ADDRESS.fix, get, async (request, reply) =>
    showForm(deps, request, reply, ({ form, ...open }) => {
      const email = form.typed.email ?? "";
      return sendPage(reply, fixPage({ form, ...open }, { email, errors: [] }, reader));
    }),
  );

  app.post(ADDRESS.fix, post, async (request, reply) => {
    const { email: typed, meant, asTyped } = correction.parse(request.body);
    // Whoever has typed another address meanwhile, and pressed Enter, did not mean the one that was proposed.
    const isMeant = meant !== undefined && emailMeant(typed) === meant;
    const email = isMeant ? meant : typed;
    const errors = errorsOf(email);
    const isAsked = errors.length === 0 && !isMeant && asTyped === undefined && emailMeant(email) !== null;
    if (errors.length > 0 || isAsked)
      return showForm(deps, request, reply, (open) =>
        sendPage(reply, fixPage(open, { email, errors }, reader), errors.length > 0 ? 422 : 200),
      );
    const said = { typed: { email }, language: reader.language, now: clock() };
    const wait = await changeForm(db, tokenHashIn(request), async (tx, office, before) => {
      const form = await keepTyped(tx, office, before, said);
      return once(tx, office, unpausedFor(form, before.typed.email ?? null));
    });
    return showForm(deps, request, reply, (open) =>
      wait === 0 ? goOn(reply, reader.path(ADDRESS.sent)) : shown(open, wait, reply),
    );
  });

  async function once(tx: Tx, office: CitizensOffice, form: FormRow): Promise<Wait> {
    const now = clock();
    if (form.confirmed_at || !goesOn(form, now)) return 0;
    const wait = await askForLink(tx, office, form, now);
    if (wait === null) deps.tally.note(office.id, "letters-used-up");
    return wait;
  }

  async function shown(open: OpenForm, wait: Wait, reply: FastifyReply): Promise<FastifyReply> {
    if (!open.form.link_asked_at) return goOn(reply, reader.path(ADDRESS.check));
    const senderName = await lettersSender(db.nation);
    const page = sentPage(open, { offers: offersFor(open.form), wait, senderName }, reader);
    return sendPage(reply, page, wait === 0 ? 200 : 429);
  }

  /** Where a time is held no sooner than somebody is known, a wallet that shows names alone would need the letter all the same. */
  function offersFor({ awaits_email }: FormRow): SignInWays {
    const wallet = awaits_email ? sessionWays(deps).wallet === "number" : deps.wallet !== null;
    return { ...signInWays(deps), wallet };
  }
}

const correction = z.object({
  email: z.string().max(500).catch(""),
  meant: z.string().max(500).optional().catch(undefined),
  asTyped: z.string().optional().catch(undefined),
});

const errorsOf = (email: string): FieldError[] =>
  email.trim() === "" ? [{ field: "email", code: "email-required" }] : contactErrors({ email });
