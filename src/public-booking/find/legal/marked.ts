import { type Html, html } from "../../../platform/text/html.ts";

/** A text in which «[…]» is still to be filled in by the authority: that stays visible. */
export const marked = (text: string): Html =>
  html`${text
    .split(/(\[[^\]]*\])/)
    .filter((part) => part !== "")
    .map((part) => (part.startsWith("[") ? html`<span class="ph">${part}</span>` : html`${part}`))}`;

export const paragraphs = (...texts: readonly string[]): Html =>
  html`${texts.map((text) => html`<p>${marked(text)}</p>`)}`;

export const points = (...texts: readonly string[]): Html =>
  html`<ul class="ul">${texts.map((text) => html`<li>${marked(text)}</li>`)}</ul>`;
