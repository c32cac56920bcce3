import type { FieldError } from "../../../platform/refusal.ts";
import { type Html, html } from "../../../platform/text/html.ts";
import { markField } from "../../choose/time-form.ts";
import { ADDRESS } from "../../frame/address.ts";
import { errorSummary, type TextField, textField, titleWith } from "../../frame/fields.ts";
import { citizensPage } from "../../frame/page.ts";
import { list } from "../../frame/parts.ts";
import type { PageReader } from "../../frame/reader.ts";

export interface TypedSearch {
  readonly reference: string;
  readonly surname: string;
  readonly errors: readonly FieldError[];
}

/** For whoever has no link: the code and the surname. @param mine the way for those without e-mail; null: there is none */
export function findPage(typed: TypedSearch, mark: string | null, reader: PageReader, mine: string | null): Html {
  const { errors } = typed;
  const { t, path } = reader;
  const title = t("visit.find-title");
  const main = html`<h1>${title}</h1><p class="sub1">${t("visit.find-easiest")}</p>
<form class="cform" method="post" action="${path(ADDRESS.find)}">${markField(mark)}${codeAndSurname(typed, reader)}<button class="button button--primary button--block">${t("book.continue")}</button></form>`;
  const withoutEmail =
    mine &&
    html`<section><h2>${t("mine.no-email")}</h2><p>${t("mine.no-email-text")}</p><a href="${mine}">${t("mine.title")}</a></section>`;
  const aside = html`${withoutEmail}<section><h2>${t("visit.find-no-code")}</h2><p>${t("visit.find-no-code-text")}</p>${phones(reader)}</section>`;
  const above = errorSummary(errors, reader);
  return citizensPage(
    { title: titleWith(errors, title, reader), address: ADDRESS.find, back: path(ADDRESS.start), above, main, aside },
    reader,
  );
}

/** The two fields by which an appointment is found. */
export function codeAndSurname({ reference, surname, errors }: TypedSearch, reader: PageReader): Html {
  const { t } = reader;
  const code: TextField = {
    name: "reference",
    label: t("visit.code"),
    hint: t("visit.find-code-hint"),
    value: reference,
    inputMode: "numeric",
    autocomplete: "off",
    look: "code",
    maxLength: 20,
  };
  const name: TextField = {
    name: "lastName",
    label: t("visit.find-surname"),
    hint: t("visit.find-surname-hint"),
    value: surname,
    autocomplete: "family-name",
    maxLength: 100,
  };
  return html`${textField(code, errors, reader)}${textField(name, errors, reader)}`;
}

const phones = ({ t, path }: PageReader): Html =>
  html`<a href="${path(ADDRESS.offices())}">${t("visit.find-phones")}</a>`;

/** The same page, found or not. */
export function foundSentPage(reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("visit.sent-title");
  const main = html`<h1>${title}</h1><p class="lead">${t("visit.sent-text")}</p><p>${t("visit.sent-where")}</p>
<h2>${t("visit.sent-nothing")}</h2>${list([
    t("visit.sent-spam"),
    html`${t("visit.sent-check")} <a href="${path(ADDRESS.find)}">${t("visit.sent-again")}</a>`,
    html`${t("visit.sent-no-email")} ${phones(reader)}`,
  ])}`;
  return citizensPage({ title, address: ADDRESS.foundSent, main }, reader);
}
