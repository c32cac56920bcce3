import { type Html, html } from "../../platform/text/html.ts";
import type { PageReader } from "../frame/reader.ts";
import type { FreeTime } from "./first-free.ts";
import type { WayOn } from "./way.ts";

interface TimeForm {
  readonly way: WayOn;
  readonly service: string;
  readonly look?: string;
  readonly describedBy?: string;
}

/** Each of its buttons takes a time: that is an act, and no link, since it keeps others from it. */
export const timeForm = ({ way, service, look, describedBy }: TimeForm, inside: Html, { path }: PageReader): Html =>
  html`<form method="post" action="${path(way.hold)}"${look ? html` class="${look}"` : null}${
    describedBy ? html` aria-describedby="${describedBy}"` : null
  }><input type="hidden" name="service" value="${service}">${markField(way.mark)}${inside}</form>`;

export const timeButton = ({ date, time }: FreeTime, label: Html, look = ""): Html =>
  html`<button class="button${look}" name="at" value="${date}T${time}">${label}</button>`;

/** What shows that a form came from a page of ours, where the browser does not say so. */
export const markField = (mark: string | null): Html | null =>
  mark === null ? null : html`<input type="hidden" name="mark" value="${mark}">`;
