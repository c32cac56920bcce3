import { MOST_PEOPLE } from "../../../appointments/field/visit-services.ts";
import type { KindBound } from "../../../draws/wishes/most-people.ts";
import type { FieldError } from "../../../platform/refusal.ts";
import { type Html, html } from "../../../platform/text/html.ts";
import { markField } from "../../choose/time-form.ts";
import { companionFields } from "../../form/visitor.ts";
import { ADDRESS } from "../../frame/address.ts";
import { canSignIn, type SessionWays } from "../../frame/deps.ts";
import { errorSummary, type TextField, textField, titleWith } from "../../frame/fields.ts";
import { icon } from "../../frame/icons.ts";
import { asTyped, serviceInWords } from "../../frame/names.ts";
import { hidden, unseen } from "../../frame/parts.ts";
import type { PageReader } from "../../frame/reader.ts";
import { whoIsSignedIn } from "../../own-visits/frame.ts";
import type { SignedIn } from "../../own-visits/own-visits-sql.ts";
import { signInButtons } from "../../own-visits/sign-in-buttons.ts";
import type { DrawView } from "../draw-view.ts";
import { drawingPage } from "../drawing-page.ts";
import { daysWords, drawMoment } from "../drawing-words.ts";
import { type ChoiceShown, choiceFields, errorAt } from "./choice-fields.ts";
import { fieldsOfChoice, type WishForm, whoFields } from "./wish-form.ts";

export interface WishPage extends Omit<ChoiceShown, "form" | "offices"> {
  readonly seen: DrawView;
  readonly form: WishForm;
  /** What those may get who write by e-mail */
  readonly byEmail: KindBound;
  /** Who is signed in; null: nobody */
  readonly person: SignedIn | null;
  readonly ways: SessionWays;
  /** What became of a sign-in; null: nothing did */
  readonly note: "failed" | "over" | null;
  /** Shows that the form is ours */
  readonly mark: string | null;
}

/** Who comes, and how it is known that they are one. */
export function wisherPage(page: WishPage, reader: PageReader): Html {
  const { seen, person, errors, note, mark } = page;
  const { t, path } = reader;
  const title = t("drawWish.title");
  const main = html`<h1>${title}</h1>${until(page, reader)}
${note ? html`<div class="note note--warn" role="status"><p>${t(note === "failed" ? "book.taxisnet-failed" : "drawWish.signed-out")}</p></div>` : null}
${person ? whoIsSignedIn(person, mark, reader) : signInWay(page, reader)}
${person || seen.draw.emailPercent > 0 ? whoForm(page, reader) : null}
${person || canSignIn(page.ways) || seen.draw.emailPercent > 0 ? null : html`<p class="note note--warn">${t("drawWish.no-way")}</p>`}`;
  return framed(
    page,
    { title, main, above: errorSummary(errors, reader), back: path(ADDRESS.draw(seen.draw.number)) },
    reader,
  );
}

function until({ seen }: Pick<WishPage, "seen">, reader: PageReader): Html {
  const { t } = reader;
  const when = drawMoment(seen.draw.closesAt, reader);
  return html`<p class="sub1">${serviceInWords(seen.service, reader)} · ${daysWords(seen.draw, reader)}</p><div class="hold"><p>${icon("clock")}<span>${t("drawWish.until", { when })}</span></p></div>`;
}

function signInWay({ ways, mark, seen, form }: WishPage, reader: PageReader): Html | null {
  const { t, path } = reader;
  if (!canSignIn(ways)) return ways.wallet && html`<p class="small">${t("mine.wallet-names")}</p>`;
  return html`<form method="post" action="${path(ADDRESS.drawWish(seen.draw.number))}" class="taxis">${markField(mark)}${unseen(fieldsOfChoice(form))}<p>${
    ways.taxisnet ? html`<b>${t("book.taxisnet-have")}</b> ` : null
  }${t("drawWish.taxisnet-why")}</p>${signInButtons(ways, "act", reader)}</form>`;
}

function whoForm({ seen, form, person, byEmail, errors, mark }: WishPage, reader: PageReader): Html {
  const { t, path } = reader;
  const { typed, people } = form;
  const { draw } = seen;
  const isNamed = person !== null && person.first_name !== "";
  const field = (given: TextField): Html => textField(given, errors, reader);
  const names = html`${field({ name: "lastName", label: t("book.last-name"), value: typed.lastName, autocomplete: "family-name" })}${field({ name: "firstName", label: t("book.first-name"), value: typed.firstName, autocomplete: "given-name" })}`;
  const email: TextField = {
    name: "email",
    label: t("book.email"),
    hint: t("drawWish.email-hint"),
    value: typed.email,
    type: "email",
    inputMode: "email",
    autocomplete: "email",
    maxLength: 254,
  };
  const phone: TextField = {
    name: "phone",
    label: t("book.phone"),
    hint: t("book.phone-hint"),
    value: typed.phone,
    inputMode: "tel",
    autocomplete: "tel",
    isOptional: true,
  };
  const choices = Array.from({ length: MOST_PEOPLE }, (_, index) => index + 1).map(
    (count) =>
      html`<button class="rank" name="act" value="people ${count}" aria-pressed="${count === people ? "true" : "false"}">${count}${hidden(` ${t("drawWish.people-are", { people: count })}`)}</button> `,
  );
  return html`<form class="cform" method="post" action="${path(ADDRESS.drawWish(draw.number))}" novalidate>${markField(mark)}${unseen({ ...fieldsOfChoice(form), people: String(people), by: person?.way ?? "email" })}<button class="visually-hidden" name="act" value="choose" tabindex="-1" aria-hidden="true">${t("book.continue")}</button>
${person ? null : html`<h2>${t("drawWish.email-way")}</h2><p class="small">${t("drawWish.email-why", { most: byEmail.most ?? byEmail.places, places: byEmail.places })}</p>`}
${isNamed ? null : html`<fieldset class="cform"><legend class="ql">${t("book.who-comes")}</legend><p class="hint">${t("book.as-on-card")}</p>${names}</fieldset>`}
${field(email)}${field(phone)}
<h2 id="people-h">${t("drawWish.people")}</h2><p class="hint" id="people-hint">${t("drawWish.people-hint")}</p>${errorAt("people", errors, reader)}<div role="group" class="rank-row" id="people" tabindex="-1" aria-labelledby="people-h" aria-describedby="people-hint">${choices}</div>
${Array.from({ length: people - 1 }, (_, index) => companion({ form, index }, errors, reader))}
<button class="button button--go button--block" name="act" value="choose">${t("book.continue")}</button></form>`;
}

interface Companion {
  readonly form: WishForm;
  /** Among those who come along */
  readonly index: number;
}

function companion({ form: { typed }, index }: Companion, errors: readonly FieldError[], reader: PageReader): Html {
  const { t } = reader;
  const [lastName, firstName] = companionFields(index);
  const last = { name: lastName, label: t("book.last-name"), value: typed[lastName], autocomplete: "off" };
  const first = { name: firstName, label: t("book.first-name"), value: typed[firstName], autocomplete: "off" };
  return html`<fieldset class="cform"><legend class="ql">${t("book.person", { number: index + 2 })} <span class="optional">${t(
    "book.optional",
  )}</span></legend>${textField(last, errors, reader)}${textField(first, errors, reader)}</fieldset>`;
}

/** When and where: nothing is stored until the last button. */
export function choicePage(page: WishPage, reader: PageReader): Html {
  const { seen, form, errors, person, mark, grid, act } = page;
  const { t, path } = reader;
  const title = t("drawWish.title");
  const shown = { form, grid, errors, act, offices: seen.offices };
  const main = html`<h1>${title}</h1>${until(page, reader)}
<form method="post" action="${path(ADDRESS.drawWish(seen.draw.number))}" novalidate>${markField(mark)}${unseen({ ...whoFields(form), by: person?.way ?? "email" })}
<dl class="sum sum--lg"><div><dt>${t("drawWish.who")}</dt><dd><span>${whoWords(page, reader)}</span> <button class="textbtn" name="act" value="who">${t("book.change")}${hidden(` ${t("drawWish.change-who")}`)}</button></dd></div></dl>
${choiceFields(shown, reader)}
<button class="button button--go button--block" name="act" value="send">${t("drawWish.send")}</button></form>`;
  return framed(page, { title, main, above: errorSummary(errors, reader), back: null }, reader);
}

function whoWords({ form, person }: WishPage, reader: PageReader): Html {
  const { t } = reader;
  const { typed, people } = form;
  const isNamed = person !== null && person.first_name !== "";
  const name = isNamed ? `${person.last_name} ${person.first_name}` : `${typed.lastName} ${typed.firstName}`;
  const small = person ? t(WAY_WORDS[person.way]) : (typed.email ?? "");
  const count = people > 1 ? html` <small>${t("drawWish.people-are", { people })}</small>` : null;
  return html`${asTyped(name.trim(), reader)} <small class="break">${small}</small>${count}`;
}

const WAY_WORDS = { taxisnet: "drawWish.from-taxisnet", wallet: "book.from-wallet" } as const;

interface Frame {
  readonly title: string;
  readonly main: Html;
  readonly above: Html | null;
  readonly back: string | null;
}

const framed = ({ seen, errors }: WishPage, { title, main, above, back }: Frame, reader: PageReader): Html =>
  drawingPage(
    { title: titleWith(errors, title, reader), address: ADDRESS.drawWish(seen.draw.number), back, above, main },
    reader,
  );

/** Another one of the same person is not made: theirs opens. */
export function existsPage({ seen, mark }: Pick<WishPage, "seen" | "mark">, reader: PageReader): Html {
  const { t, path } = reader;
  const { number } = seen.draw;
  const title = t("drawWish.exists");
  const main = html`<h1>${title}</h1><p class="lead">${t("drawWish.exists-text")}</p>
<form class="cform" method="post" action="${path(ADDRESS.drawWish(number))}">${markField(mark)}<button class="button button--go button--block" name="act" value="open">${t("drawWish.exists-open")}</button></form>`;
  return drawingPage({ title, address: ADDRESS.drawWish(number), back: path(ADDRESS.draw(number)), main }, reader);
}

/** The same whether there is such a mailbox or not, and whether it has a wish already. */
export function wishSentPage({ draw }: DrawView, reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("book.sent-title");
  const main = html`<h1>${title}</h1><p class="lead">${t("drawWish.sent", { when: drawMoment(draw.closesAt, reader) })}</p>
<h2>${t("book.sent-missing")}</h2><p>${t("book.sent-spam")}</p>`;
  const address = ADDRESS.drawSent(draw.number);
  return drawingPage({ title, address, back: path(ADDRESS.draw(draw.number)), main }, reader);
}
