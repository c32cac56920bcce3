import type { FieldError } from "../../platform/refusal.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { inLine } from "../../text/languages.ts";
import { ADDRESS } from "../frame/address.ts";
import type { SessionWays } from "../frame/deps.ts";
import { errorSummary, type TextField, textField, titleWith } from "../frame/fields.ts";
import { asTyped, nameOfOffice } from "../frame/names.ts";
import { ownVisitsRow } from "../frame/own-visits-row.ts";
import { citizensPage } from "../frame/page.ts";
import { list, rows } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import { helpByPhone } from "../frame/slip.ts";
import { type AtLink, linkForm, partOf, visitFacts } from "./at-link.ts";
import { type OwnVisit, whenOf } from "./shown.ts";

/** Another e-mail for an appointment. */
export function addressPage(
  visit: OwnVisit,
  typed: { readonly value: string; readonly errors: readonly FieldError[] },
  at: AtLink,
): Html {
  const { reader, token } = at;
  const { t } = reader;
  const title = t("visit.address-title");
  const email: TextField = {
    name: "email",
    label: t("visit.address-field"),
    hint: t("visit.address-hint"),
    value: typed.value,
    type: "email",
    inputMode: "email",
    autocomplete: "email",
  };
  const inside = html`<div class="cform">${textField(email, typed.errors, reader)}<button class="button button--primary button--block">${t(
    "visit.address-save",
  )}</button></div>`;
  const main = html`<h1>${title}</h1>${
    visit.email ? html`<p class="sub1 break">${t("visit.address-now", { email: visit.email })}</p>` : null
  }${linkForm(at, "address", inside)}`;
  const above = errorSummary(typed.errors, reader);
  return citizensPage(
    {
      title: titleWith(typed.errors, title, reader),
      address: ADDRESS.link(token, "address"),
      back: partOf(at),
      above,
      main,
    },
    reader,
  );
}

/** «Να έρχονται εδώ τα μηνύματα;»: a button, since programs that look through mail follow links. No name and no code. */
export function minePage(visit: OwnVisit, at: AtLink): Html {
  const { reader, token } = at;
  const { t } = reader;
  const title = t("letter.heading-address-link");
  const text = t("visit.mine-text", { when: whenOf(visit, reader), office: nameOfOffice(visit.place, reader) });
  const yes = html`<button class="button button--go button--block">${t("letter.act-address")}</button>`;
  const main = html`<h1>${title}</h1><p class="lead">${text}</p>${linkForm(at, "mine", yes)}<p class="small">${t("letter.preview-address")}</p>`;
  return citizensPage({ title, address: ADDRESS.link(token), main }, reader);
}

/** «Θα έρθετε;», as the reminder asks. */
export function comingPage(visit: OwnVisit, at: AtLink): Html {
  const { reader, token } = at;
  const { t } = reader;
  const title = t("visit.coming-title");
  const buttons = html`<div class="btns btns--fit"><button class="button button--go">${t("visit.coming-yes")}</button> <a class="button" href="${partOf(
    at,
  )}">${t("visit.coming-no")}</a></div>`;
  const main = html`<h1>${title}</h1>${visitFacts(visit, reader)}${linkForm(at, "coming", buttons)}`;
  return citizensPage({ title, address: ADDRESS.link(token, "coming"), main }, reader);
}

/** Somebody else's time was given back. */
export function deletedPage({ reader, token }: AtLink): Html {
  const { t } = reader;
  const title = t("visit.deleted-title");
  const main = html`<h1>${title}</h1><p class="lead">${t("visit.deleted-text")}</p>`;
  return citizensPage({ title, address: ADDRESS.link(token, "deleted"), main }, reader);
}

/** A link that is good no more, or never was: nobody is told which. */
export function linkOverPage(ways: SessionWays, reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("visit.over-title");
  const main = html`<h1>${title}</h1><p class="lead">${t("visit.over-text")}</p>
<h2>${t("visit.over-what")}</h2>${list([t("visit.over-latest"), t("visit.over-whole")])}
${rows([
  { address: path(ADDRESS.find), label: t("visit.over-find"), small: t("visit.over-find-by") },
  ...ownVisitsRow(ways, reader),
  { address: path(ADDRESS.start), label: t("visit.over-new") },
])}`;
  return citizensPage({ title, address: null, main }, reader);
}

/** Their own, opened from the list of whoever is signed in, and over: nothing of it can be changed. */
export function visitOverPage(visit: OwnVisit, reader: PageReader): Html {
  const { language, t, path } = reader;
  const title = t("mine.over-title");
  const main = html`<h1>${title}</h1>
<p class="lead">${inLine(language, whenOf(visit, reader), nameOfOffice(visit.place, reader))}</p>${
    visit.who ? html`<p>${t("mine.comes")} <b>${asTyped(visit.who, reader)}</b></p>` : null
  }<p>${t("mine.over-text")}</p>
${rows([
  { address: path(ADDRESS.mine()), label: t("mine.back") },
  { address: path(ADDRESS.mine("past")), label: t("mine.past") },
  { address: path(ADDRESS.start), label: t("visit.over-new") },
])}`;
  const aside = helpByPhone(visit, reader) ?? undefined;
  return citizensPage({ title, address: null, main, aside }, reader);
}

/** Another window, or the office, was faster. */
export function stalePage(at: AtLink): Html {
  const { reader } = at;
  const title = reader.t("visit.stale-title");
  const main = html`<h1>${title}</h1><p class="lead">${reader.t("visit.stale-text")}</p>
${rows([{ address: partOf(at), label: reader.t("visit.stale-see") }])}`;
  return citizensPage({ title, address: null, main }, reader);
}
