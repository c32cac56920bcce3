import type { FastifyReply } from "fastify";
import { z } from "zod";
import { visitOfText } from "../../appointments/field/visit-services.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import type { App } from "../../platform/http/server.ts";
import type { FieldError, Refusal } from "../../platform/refusal.ts";
import { askForLink, unpausedFor } from "../confirm/ask-for-link.ts";
import { confirm } from "../confirm/confirm.ts";
import { faultOfPeople, isOfLimit } from "../confirm/limit.ts";
import { mailDomainOf } from "../confirm/new-domain.ts";
import { identityMark, personKeys } from "../confirm/person-keys.ts";
import type { FormRow } from "../form/form-sql.ts";
import { changeForm, hasTypedSame, keepTyped, type OpenForm, withTyped } from "../form/open-form.ts";
import { changeUnderNewKey } from "../form/renewed-key.ts";
import type { Typed } from "../form/typed.ts";
import { visitorIn, whoComes, whoErrors } from "../form/visitor.ts";
import { ADDRESS } from "../frame/address.ts";
import { type PagesDeps, signInWays } from "../frame/deps.ts";
import { goOn, PAGE, sendPage, setToken, tokenHashIn, tokenIn } from "../frame/requests.ts";
import { holdAtLast } from "../hold/hold-at-last.ts";
import { isTimeGone } from "../hold/instead.ts";
import type { ActPlace } from "../networks/network-acts.ts";
import { termsIfOpen } from "../opened-office.ts";
import { checkPage } from "./check-page.ts";
import { showForm, showOver } from "./show-form.ts";
import { byLetter, type CheckOutcome, hasNamesAlone, wayOn } from "./way-on.ts";

/** What is confirmed, and how it is made sure who asks. */
export function checkRoutes(app: App, deps: PagesDeps): void {
  const { db, clock, reader, tally, networks } = deps;

  app.get(ADDRESS.check, { ...PAGE, schema: { hide: true } }, async (request, reply) =>
    showForm(deps, request, reply, (open) => shown(open, NO_FAULTS, reply)),
  );

  const post = { ...PAGE, schema: { hide: true, body: z.looseObject({}) } };
  app.post(ADDRESS.check, post, async (request, reply) => {
    const { hold, ...typed } = contact.parse(request.body);
    const said = { typed: typed as Typed, language: reader.language, now: clock() };
    const tokenHash = tokenHashIn(request);
    let booked: ActPlace | null = null;
    let hasNames = false;
    let isOverLimit = false;
    const wayOf = (form: FormRow, before: FormRow) => {
      const way = isSeen(form, hold) ? wayOn(form, before, said.now) : UNSEEN;
      return way === "confirm" && isOverLimit ? "link" : way;
    };
    const work = async (tx: Tx, office: CitizensOffice, before: FormRow): Promise<CheckOutcome> => {
      booked = null;
      const form = withTyped(before, said);
      hasNames = hasNamesAlone(form);
      const way = wayOf(form, before);
      if (way === "confirm") {
        booked = { officeId: office.id, service: visitOfText(form.service).service };
        return tally.watching(office.id, () => confirmed(tx, office, form, said.now));
      }
      await keepTyped(tx, office, before, said);
      const next =
        way === "link"
          ? await sent(tx, office, unpausedFor(byLetter(form), before.typed.email ?? null), said.now)
          : way;
      if ("errors" in next) tally.noteErrors(office.id, next.errors);
      return next;
    };
    let fault: Refusal | null = null;
    const isTaken = (form: FormRow) =>
      form.confirmed_at !== null || (form.link_asked_at !== null && hasTypedSame(form, said.typed));
    const step = { name: "confirm" as const, work, isStep: leadsOn, isTaken };
    const press = () => changeUnderNewKey(db, { token: tokenIn(request), now: said.now }, step);
    const done = await press().catch(async (error) => {
      // What was typed stays, whatever becomes of the time.
      await changeForm(db, tokenHash, (tx, office, form) => keepTyped(tx, office, form, said));
      if (!isOfLimit(error)) return gone(error);
      // How many visits a mailbox has, or a namesake, is told behind a letter's link and not to whoever types it.
      isOverLimit = hasNames;
      if (isOverLimit) return press().catch(gone);
      fault = error;
      return null;
    });
    if (done === "gone") return showForm(deps, request, reply, (open) => showOver(deps, open, reply));
    if (done && booked) networks.note(request.ip, "booked", booked);
    if (done?.token) setToken(reply, done.token);
    const next = done?.result;
    if (next && "address" in next) return goOn(reply, reader.path(next.address));
    return showForm(deps, request, reply, (open) =>
      shown(open, { errors: next?.errors ?? [], isNew: next === UNSEEN, fault }, reply),
    );
  });

  async function shown(open: OpenForm, { errors, isNew, fault }: Faults, reply: FastifyReply) {
    if (whoErrors(open.form).length > 0) return goOn(reply, reader.path(ADDRESS.who));
    const ways = { ...signInWays(deps), phone: open.terms.byPhone && !open.form.awaits_email };
    const overLimit = fault ?? (await faultOfIdentified(db, open, clock()));
    const page = checkPage(open, { errors, ways, isNew, overLimit }, reader);
    return sendPage(reply, page, errors.length === 0 && overLimit ? 409 : statusOf(errors, isNew));
  }
}

interface Faults {
  readonly errors: readonly FieldError[];
  readonly isNew: boolean;
  /** What the limit refused at the last press */
  readonly fault: Refusal | null;
}

const NO_FAULTS: Faults = { errors: [], isNew: false, fault: null };

/** Who is known already need not press to hear that somebody comes too often. */
async function faultOfIdentified(
  db: Database,
  { office, terms, form }: OpenForm,
  now: Temporal.Instant,
): Promise<Refusal | null> {
  const identity = identityMark(form.identity);
  if (!identity) return null;
  const keys = personKeys({ email: null, phone: null, identity });
  const coming = { keys, visitor: whoComes(form), limit: terms.limit, now };
  return db.read({ office: office.id }, (tx) => faultOfPeople(tx, coming));
}

const text = z.string().max(500).catch("");
const contact = z.object({
  how: z.enum(["email", "taxisnet", "wallet", "phone"]).optional().catch(undefined),
  email: text,
  phone: text,
  /** The time that the page showed */
  hold: text,
});

/** Another window may have chosen another time meanwhile: nobody confirms what was not on the screen. */
const isSeen = (form: FormRow, hold: string): boolean => form.confirmed_at !== null || form.appointment_id === hold;

const statusOf = (errors: readonly FieldError[], isNew: boolean): number => {
  if (errors.length > 0) return 422;
  return isNew ? 409 : 200;
};

const UNSEEN: CheckOutcome = { errors: [] };

function gone(error: unknown): "gone" {
  if (isTimeGone(error)) return "gone";
  throw error;
}

/** Whoever left this page open, and knows its key, reads nothing of what was typed here. */
const leadsOn = (next: CheckOutcome): boolean => "address" in next;

async function confirmed(tx: Tx, office: CitizensOffice, open: FormRow, now: Temporal.Instant): Promise<CheckOutcome> {
  const form = await holdAtLast(tx, office, open, now);
  await confirm(tx, office, form, { visitor: visitorIn(form), now });
  return { address: ADDRESS.done };
}

async function sent(tx: Tx, office: CitizensOffice, form: FormRow, now: Temporal.Instant): Promise<CheckOutcome> {
  const terms = await termsIfOpen(tx, office);
  if ((await mailDomainOf(tx, office, form, { terms, now })) === "full")
    return { errors: [{ field: "email", code: "email-domain-full" }] };
  const wait = await askForLink(tx, office, form, now);
  return wait === null ? { errors: [{ field: "email", code: "letters-used-up" }] } : { address: ADDRESS.sent };
}
