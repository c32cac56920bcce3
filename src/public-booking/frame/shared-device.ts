import { type Html, html } from "../../platform/text/html.ts";
import { icon } from "./icons.ts";
import type { PageReader } from "./reader.ts";

interface EndForm {
  /** What ends it: by POST */
  readonly address: string;
  /** Shows that the form is ours */
  readonly mark: Html | null;
}

interface Ending extends EndForm {
  /** An appointment is booked, or its letter is on its way */
  readonly is: "done" | "sent";
}

/** «Τέλος, κοινόχρηστη συσκευή»: above all other buttons, for whoever leaves a browser to the next person. */
export const sharedDevice = ({ is, ...form }: Ending, reader: PageReader): Html =>
  html`<section class="shared noprint" aria-labelledby="shared"><h2 id="shared">${reader.t("visit.shared-title")}</h2><p>${reader.t(
    `visit.shared-${is}`,
  )}</p>${sharedEnd(form, "button--primary", reader)}</section>`;

/** The button alone. */
export const sharedEnd = ({ address, mark }: EndForm, look: "button--primary" | "", { t }: PageReader): Html =>
  html`<form method="post" action="${address}">${mark}<button class="button ${look} button--block">${icon("leave")}${t(
    "visit.shared-end",
  )}</button></form>`;
