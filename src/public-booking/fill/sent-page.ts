import { emailMeant } from "../../platform/text/email-slip.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { clockTextOf } from "../../platform/time.ts";
import { markField } from "../choose/time-form.ts";
import type { Wait } from "../confirm/ask-for-link.ts";
import type { OpenForm } from "../form/open-form.ts";
import { formMark } from "../form/token.ts";
import { ADDRESS } from "../frame/address.ts";
import type { SignInWays } from "../frame/deps.ts";
import { icon } from "../frame/icons.ts";
import { inGreek } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import { list } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import { sharedDevice } from "../frame/shared-device.ts";

interface Shown {
  readonly offers: SignInWays;
  /** 0 unless another message was asked for and was not sent */
  readonly wait: Wait;
  readonly senderName: string;
}

/** «Ανοίξτε το e-mail σας»: what is not an appointment yet says so. */
export function sentPage({ form, now }: OpenForm, { offers, wait, senderName }: Shown, reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("book.sent-title");
  const meant = emailMeant(form.typed.email ?? "");
  const until = form.held_until ? clockTextOf(form.held_until) : "";
  const mark = markField(formMark(form.token_hash));
  const hints = [t("book.sent-soon"), t("book.sent-spam"), t("book.sent-from", { name: inGreek(senderName, reader) })];
  const main = html`<h1>${title}</h1><p class="lead">${t("book.sent-to")} <b class="address">${form.typed.email ?? ""}</b></p>
${wait === 0 ? null : html`<p class="note note--warn" role="alert">${notSent(wait, reader)}</p>`}
${meant === null ? null : html`<p class="hint hint--warn">${icon("warning")}<span>${t("book.fix-slip")} <b class="address">${meant}</b>${t("book.question-mark")} <a href="${path(ADDRESS.fix)}">${t("book.fix-address")}</a></span></p>`}
<div class="note note--warn"><p><b>${t("book.sent-not-yet")}</b> ${form.awaits_email ? t("book.sent-if-free") : t("book.sent-until", { time: until })}</p></div>
<p class="after-note">${t("book.sent-elsewhere")}</p>
${sharedDevice({ address: path(ADDRESS.end), mark, is: "sent" }, reader)}
<h2>${t("book.sent-missing")}</h2>${list(hints)}
<div class="btns btns--fit after-note"><a class="button" href="${path(ADDRESS.fix)}">${t("book.fix-address")}</a><form method="post" action="${path(
    ADDRESS.sent,
  )}">${mark}<button class="button button--block">${t("book.send-again")}</button></form></div>
${[
  ...(offers.taxisnet ? [{ address: ADDRESS.taxisnet, words: t("book.or-taxisnet") }] : []),
  ...(offers.wallet ? [{ address: ADDRESS.wallet, words: t("book.or-wallet") }] : []),
].map(
  ({ address, words }) => html`<p class="small after-note">${t("book.or")} <a href="${path(address)}">${words}</a></p>`,
)}`;
  return citizensPage({ title, address: ADDRESS.sent, step: 6, hold: { form, now }, main }, reader);
}

const notSent = (wait: Wait, { t }: PageReader): string =>
  wait === null ? t("field.letters-used-up") : t("book.sent-too-soon", { count: wait });
