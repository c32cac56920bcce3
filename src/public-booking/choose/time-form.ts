import { type Html, html } from "../../platform/text/html.ts";
import { ADDRESS } from "../frame/address.ts";
import type { Reader } from "../frame/reader.ts";
import type { FreeTime } from "./month.ts";

interface TimeForm {
  /** The office's */
  readonly code: string;
  readonly service: string;
  /** Of the browser that has a form already; null: it begins one */
  readonly mark: string | null;
  readonly look?: string;
  readonly describedBy?: string;
}

/** Each of its buttons takes a time: that is an act, and no link, since it keeps others from it. */
export const timeForm = ({ code, service, mark, look, describedBy }: TimeForm, inside: Html, { path }: Reader): Html =>
  html`<form method="post" action="${path(ADDRESS.hold(code))}"${look ? html` class="${look}"` : null}${
    describedBy ? html` aria-describedby="${describedBy}"` : null
  }><input type="hidden" name="service" value="${service}">${markField(mark)}${inside}</form>`;

export const timeButton = ({ date, time }: FreeTime, label: Html, look = ""): Html =>
  html`<button class="btn${look}" name="at" value="${date}T${time}">${label}</button>`;

/** What shows that a form came from a page of ours, where the browser does not say so. */
export const markField = (mark: string | null): Html | null =>
  mark === null ? null : html`<input type="hidden" name="mark" value="${mark}">`;
