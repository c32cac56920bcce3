import { type Html, html } from "../../platform/text/html.ts";
import { icon } from "./icons.ts";
import type { PageReader } from "./reader.ts";

/** What several pages of citizens are put together from. */

/** Fields that go along with a form; null: not said. */
export const unseen = (fields: Readonly<Record<string, string | null>>): Html =>
  html`${Object.entries(fields).flatMap(([name, value]) =>
    value === null ? [] : [html`<input type="hidden" name="${name}" value="${value}">`],
  )}`;

export const hidden = (text: string): Html => html`<span class="visually-hidden">${text}</span>`;

export interface Row {
  readonly address: string;
  readonly label: string;
  readonly small?: string | null;
}

/** Ways on, a line each: the whole line is the link. */
export const rows = (items: readonly Row[]): Html =>
  html`<ul class="rows">${items.map(
    ({ address, label, small }) =>
      html`<li><a href="${address}"><span><b>${label}</b>${small ? html` <small>${small}</small>` : null}</span>${icon("on")}</a></li>`,
  )}</ul>`;

export const list = (items: readonly (string | Html)[]): Html =>
  html`<ul class="ul">${items.map((item) => html`<li>${item}</li>`)}</ul>`;

/** A telephone to press on a phone. */
export const telephone = (e164: string, shown: string): Html =>
  html`<a class="tel" href="tel:${e164}">${icon("phone")}${shown}</a>`;

/** Whoever reads in another language is told before they come; null: they read Greek. */
export const spokenThere = ({ language, t }: PageReader): Html | null =>
  language === "el" ? null : html`<p class="note small after-note">${t("book.clerks-speak-greek")}</p>`;

/** A summary of what was chosen: what, where, when, who; each with the way to change it, if there is one. */
export interface ChosenFact {
  readonly name: string;
  readonly value: string;
  readonly small?: string | null;
  /** Where it is changed, and what of it, for whoever does not see beside what it stands */
  readonly change?: { readonly address: string; readonly what: string } | undefined;
}

export const facts = (items: readonly ChosenFact[], { t }: PageReader): Html =>
  html`<dl class="sum sum--lg">${items.map(
    ({ name, value, small, change }) =>
      html`<div><dt>${name}</dt><dd><span>${value}${small ? html` <small>${small}</small>` : null}</span> ${
        change ? html`<a href="${change.address}">${t("book.change")}${hidden(` ${change.what}`)}</a>` : null
      }</dd></div>`,
  )}</dl>`;
