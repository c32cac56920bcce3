import { BEHALVES } from "../../appointments/field/visit-case.ts";
import { OTHER_SERVICE, servicesInText, textWithLonger } from "../../appointments/field/visit-services.ts";
import { MAX_MATTER } from "../../appointments/rules.ts";
import { firstDayIn, sinceOf } from "../../offices/interpreters/require-interpreter.ts";
import type { FieldError } from "../../platform/refusal.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { dateOf, dateTextOf } from "../../platform/time.ts";
import { markField } from "../choose/time-form.ts";
import { companyIn, type Identity, personIn } from "../form/identity.ts";
import { needsFields, offeredOf } from "../form/needs-fields.ts";
import type { OpenForm } from "../form/open-form.ts";
import { formMark } from "../form/token.ts";
import type { Typed } from "../form/typed.ts";
import { companionFields, isBusinessField } from "../form/visitor.ts";
import { ADDRESS } from "../frame/address.ts";
import type { SignInWays } from "../frame/deps.ts";
import { errorSummary, errorWords, textField, titleWith } from "../frame/fields.ts";
import { icon } from "../frame/icons.ts";
import { asTyped, countryName, peopleInWords } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import { facts } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import { helpByPhone } from "../frame/slip.ts";
import { interpreterDaysInWords, interpretersAt } from "../interpreter/interpreter-days.ts";

/** «Για ποιον είναι το ραντεβού;»: one pair of names, of whoever comes. */
export function whoPage(
  { form, now, place, service, keptDays, holidays }: OpenForm,
  { errors, offers }: Shown,
  reader: PageReader,
): Html {
  const { t, path } = reader;
  const { typed, identity } = form;
  const title = t("book.who-title");
  const mark = markField(formMark(form.token_hash));
  const along = peopleInWords(service, reader).slice(1);
  const isTooShort = errors.some(({ field }) => field === "need-longer-time");
  const longerTimes = path(
    ADDRESS.day(place.code, dateTextOf(form.starts_at), { service: textWithLonger(form.service, true) }),
  );
  const on = { today: dateOf(now), holidays };
  const tooSoon = errors.find(({ field }) => field === "interpreter");
  const first = sinceOf(firstDayIn(typed.interpreterFirst));
  const elsewhere = first
    ? html`<a href="${path(ADDRESS.weeks(place.code, { service: form.service, on: first.toString() }))}">${t("book.interpreter-times")}</a>`
    : html`<a href="${path(ADDRESS.offices({ service: form.service }))}">${t("finder.who-does")}</a>`;
  const needs = {
    keptDays,
    longerElsewhere: isTooShort ? html`<a href="${longerTimes}">${t("book.longer-times")}</a>` : null,
    interpreters: interpretersAt(place, on),
    days: interpreterDaysInWords(place, on, reader),
    fault: tooSoon ? { error: tooSoon, elsewhere } : null,
  };
  const main = html`<h1>${title}</h1>
${identity ? identified(identity, mark, reader) : signIns(offers, mark, reader)}
<form method="post" action="${path(ADDRESS.who)}" novalidate>${mark}
<fieldset${errors.some(({ field }) => field === "who") ? html` class="fe" aria-describedby="who-error"` : null}><legend class="visually-hidden">${title}</legend> ${errors
    .filter(({ field }) => field === "who")
    .map((error) => html`<p class="field-error" id="who-error">${errorWords(error, reader.language)}</p>`)}
${choices({ ...form, isTogether: along.length > 0 }, errors, reader)}</fieldset>
${names(typed, identity, errors, reader)}
${along.map((done, index) => companion({ typed, index, done }, errors, reader))}
${matter(service, typed, errors, reader)}
${needsFields(offeredOf(typed, reader), needs, reader)}
<button class="button button--go button--block" type="submit">${t("book.continue")}</button></form>`;
  const back = path(ADDRESS.day(place.code, dateTextOf(form.starts_at), form));
  const above = errorSummary(errors, reader);
  const isOfBusiness = errors.some(({ field }) => isBusinessField(field));
  const aside = (isOfBusiness && helpByPhone({ place }, reader)) || undefined;
  const said = { title: titleWith(errors, title, reader), above, main, aside };
  return citizensPage({ ...said, address: ADDRESS.who, back, step: 5, hold: { form, now } }, reader);
}

interface Shown {
  readonly errors: readonly FieldError[];
  readonly offers: SignInWays;
}

type WhoInput = Pick<OpenForm["form"], "typed" | "identity">;

/** The first of them is where the summary of faults leads. */
const idOf = (who: NonNullable<Typed["who"]>): string => (who === "self" ? "who" : `who-${who}`);

function signIns({ taxisnet, wallet }: SignInWays, mark: Html | null, { t, path }: PageReader): Html | null {
  const toWallet = html`<a href="${path(ADDRESS.wallet)}">${t("book.wallet-on-who")}</a>`;
  if (!taxisnet) return wallet ? html`<p class="taxis">${toWallet}</p>` : null;
  return html`<form method="post" action="${path(ADDRESS.taxisnet)}" class="taxis">${mark}<p><b>${t("book.taxisnet-have")}</b> ${t(
    "book.taxisnet-why",
  )}</p><button class="button">${t("book.taxisnet-sign-in")}</button>${wallet ? html` ${toWallet}` : null}</form>`;
}

function identified({ by }: Identity, mark: Html | null, { t, path }: PageReader): Html {
  const forget = path(by === "wallet" ? ADDRESS.walletForget : ADDRESS.taxisnetForget);
  const [words, button] =
    by === "wallet"
      ? [t("book.wallet-shown-ok"), t("book.wallet-not-me")]
      : [t("book.taxisnet-signed-in"), t("book.taxisnet-forget")];
  return html`<form method="post" action="${forget}" class="note note--ok small identified">${mark}${icon(
    "yes",
  )}<div><p>${words}</p><button class="textbtn">${button}</button></div></form>`;
}

interface Choices extends WhoInput {
  /** Others are served in the same visit */
  readonly isTogether: boolean;
}

function choices(
  { typed, identity, isTogether }: Choices,
  errors: readonly FieldError[],
  reader: PageReader,
): readonly Html[] {
  const { t } = reader;
  const chosen = typed.who ?? (companyIn(identity) ? "business" : "self");
  const choice = (who: NonNullable<Typed["who"]>, more: Html | null) =>
    html`<div class="ch"><input type="radio" name="who" id="${idOf(who)}" value="${who}"${chosen === who ? html` checked` : null}><label for="${idOf(who)}"><b>${t(
      `book.who-${who}`,
    )}</b>${who === "self" ? null : html` <small>${t(`book.who-${who}-small`)}</small>`}</label>${more && html`<div class="rev">${more}</div>`}</div>`;
  const relative = html`<p class="small">${t("book.who-relative-name")}</p>${behalf({ typed, isTogether }, reader)}`;
  return [
    choice("self", null),
    choice("relative", relative),
    choice("business", business({ typed, identity }, errors, reader)),
  ];
}

function business({ typed, identity }: WhoInput, errors: readonly FieldError[], reader: PageReader): Html {
  const { language, t } = reader;
  const undeclared = errors.find(({ field }) => field === "declared");
  const name = { name: "businessName", label: t("book.business-name"), value: typed.businessName };
  const afm = { name: "afm", label: t("book.business-afm"), hint: t("book.afm-hint"), value: typed.afm };
  const company = companyIn(identity);
  const own = company && [
    { name: t("book.business-name"), value: asTyped(company.name, reader) },
    { name: t("book.afm"), value: company.afm },
  ];
  const fields = own
    ? facts(own, reader)
    : html`${textField({ ...name, autocomplete: "organization" }, errors, reader)}
${textField({ ...afm, autocomplete: "off", inputMode: "numeric", look: "short", maxLength: 14 }, errors, reader)}`;
  return html`<p class="small"><b>${t("book.business")}</b></p>
${fields}
<div${undeclared ? html` class="fe"` : null}>${undeclared ? html`<p class="field-error" id="declared-error">${errorWords(undeclared, language)}</p>` : null}<label class="tick"><input type="checkbox" name="declared" id="declared" value="yes"${
    typed.declared ? html` checked` : null
  }${undeclared ? html` aria-describedby="declared-error" aria-invalid="true"` : null}><span>${t("book.declaration")}</span></label></div>`;
}

interface ComingAlong {
  readonly typed: Typed;
  /** Among those who come along */
  readonly index: number;
  /** What is done for them */
  readonly done: string;
}

function companion({ typed, index, done }: ComingAlong, errors: readonly FieldError[], reader: PageReader): Html {
  const { t } = reader;
  const [lastName, firstName] = companionFields(index);
  const last = { name: lastName, label: t("book.last-name"), value: typed[lastName], autocomplete: "off" };
  const first = { name: firstName, label: t("book.first-name"), value: typed[firstName], autocomplete: "off" };
  return html`<fieldset class="cform"><legend class="ql">${t("book.person", { number: index + 2 })} <span class="optional">${t(
    "book.optional",
  )}</span></legend><p class="hint">${done}</p>${textField(last, errors, reader)}${textField(first, errors, reader)}</fieldset>`;
}

/** In whose place somebody comes, by which it is known what to bring: one answer for all who come. */
const behalf = (
  { typed: { behalf: chosen }, isTogether }: Pick<Choices, "typed" | "isTogether">,
  { t }: PageReader,
): Html =>
  html`<div class="field"><label for="behalf">${t("book.behalf")}</label><p class="hint" id="behalf-hint">${t(
    "book.behalf-hint",
  )}${isTogether ? ` ${t("book.behalf-hint-all")}` : ""}</p><select class="input" id="behalf" name="behalf" aria-describedby="behalf-hint"><option value="">${t(
    "book.behalf-none",
  )}</option>${BEHALVES.map(
    (each) =>
      html`<option value="${each}"${each === chosen ? html` selected` : null}>${t(`book.behalf-${each}`)}</option>`,
  )}</select></div>`;

/** Of another service than those of the catalogue: what for. */
function matter(
  service: OpenForm["service"],
  typed: Typed,
  errors: readonly FieldError[],
  reader: PageReader,
): Html | null {
  if (!servicesInText(service.code).includes(OTHER_SERVICE)) return null;
  const { t } = reader;
  const field = { name: "matter", label: t("book.matter"), hint: t("book.matter-hint"), value: typed.matter ?? "" };
  return html`<div class="cform">${textField(
    { ...field, autocomplete: "off", maxLength: MAX_MATTER, isOptional: true },
    errors,
    reader,
  )}</div>`;
}

/** Of whom somebody else has said who it is, nothing is typed; a relative's name is. */
function names(typed: Typed, identity: Identity | null, errors: readonly FieldError[], reader: PageReader): Html {
  const { t } = reader;
  const person = personIn(identity);
  const last = { name: "lastName", label: t("book.last-name"), value: typed.lastName, autocomplete: "family-name" };
  const first = { name: "firstName", label: t("book.first-name"), value: typed.firstName, autocomplete: "given-name" };
  const fields = html`<fieldset class="cform"><legend class="ql">${t(
    person ? "book.relative-comes" : "book.who-comes",
  )}</legend><p class="hint">${t("book.as-on-card")}</p>${textField(last, errors, reader)}${textField(first, errors, reader)}</fieldset>`;
  if (!person) return fields;
  const own = [
    { name: t("book.last-name"), value: asTyped(person.lastName, reader) },
    { name: t("book.first-name"), value: asTyped(person.firstName, reader) },
    person.by === "wallet"
      ? { name: t("book.wallet-issuer"), value: countryName(person.country, reader) }
      : { name: t("book.afm"), value: person.afm },
  ];
  const locked = t(person.by === "wallet" ? "book.wallet-locked" : "book.taxisnet-locked");
  return html`<h2>${t("book.your-name")}</h2>${facts(own, reader)}<p class="lock">${icon("lock")}<span>${locked}</span></p>${fields}`;
}
