import type { FieldError } from "../../platform/refusal.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { textField } from "../frame/fields.ts";
import { type Drawing, icon } from "../frame/icons.ts";
import { unseen } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";

export interface WhereForm {
  /** Without the language's prefix */
  readonly action: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly submit: string;
  readonly mark: Drawing;
  readonly value?: string;
  /** Goes along unseen; null: not said */
  readonly along?: Readonly<Record<string, string | null>>;
}

/** «Δήμος, περιοχή, ΚΕΠ ή ταχυδρομικός κώδικας» */
export function whereForm(form: WhereForm, errors: readonly FieldError[], reader: PageReader): Html {
  const { action, label, hint, submit, mark, value = "", along = {} } = form;
  const field = { name: "where", label, hint, value, autocomplete: "postal-code" };
  return html`<form class="search" action="${reader.path(action)}" method="get" role="search">${unseen(along)}${textField(
    field,
    errors,
    reader,
  )}<button class="button button--primary button--block">${icon(mark)}${submit}</button></form>`;
}
