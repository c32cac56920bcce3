import { fieldWords } from "../../platform/http/problem.ts";
import type { FieldError } from "../../platform/refusal.ts";
import { type Html, html } from "../../platform/text/html.ts";
import type { PageReader } from "./reader.ts";

/** Native controls, each with its label, its hint and what is wrong with it in words. */

export interface TextField {
  /** Its name in the form, and the end of its address within the page */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value?: string | undefined;
  readonly type?: "text" | "email" | "search" | "date";
  readonly inputMode?: "numeric" | "tel" | "email";
  /** As the browser knows it: «family-name», «email» */
  readonly autocomplete: string;
  readonly isOptional?: boolean;
  readonly look?: "short" | "code";
  readonly maxLength?: number;
}

export function textField(field: TextField, errors: readonly FieldError[], { language, t }: PageReader): Html {
  const { name, label, hint, value = "", type = "text", look } = field;
  const error = errors.find((each) => each.field === name);
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return html`<div class="field${error ? " fe" : ""}"><label for="${name}">${label}${
    field.isOptional ? html` <span class="optional">${t("book.optional")}</span>` : null
  }</label>${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : null}${
    error ? html`<p class="field-error" id="${name}-error">${errorWords(error, language)}</p>` : null
  }<input class="input${look ? ` input--${look}` : ""}" id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${
    field.autocomplete
  }"${field.inputMode ? html` inputmode="${field.inputMode}"` : null}${
    field.maxLength ? html` maxlength="${field.maxLength}"` : null
  }${described ? html` aria-describedby="${described}"` : null}${error ? html` aria-invalid="true"` : null}></div>`;
}

/** Above all else: what is wrong, each a link to its field. */
export function errorSummary(errors: readonly FieldError[], { language, t }: PageReader): Html | null {
  if (errors.length === 0) return null;
  return html`<div class="errsum" role="alert" aria-labelledby="errors"><h2 id="errors">${t("book.errors")}</h2><ul>${errors.map(
    (error) => html`<li><a href="#${error.field}">${errorWords(error, language)}</a></li>`,
  )}</ul></div>`;
}

/** The page's title says first that something is wrong. */
export const titleWith = (errors: readonly FieldError[], title: string, { t }: PageReader): string =>
  errors.length > 0 ? t("book.error-title", { title }) : title;

export const errorWords = ({ code, values }: FieldError, language: PageReader["language"]): string =>
  fieldWords(language, code, values);
