import { type Html, html } from "../../platform/text/html.ts";
import { icon } from "./icons.ts";
import type { PageReader } from "./reader.ts";

interface Ending {
  /** What ends it: by POST */
  readonly address: string;
  /** Shows that the form is ours */
  readonly mark: Html | null;
  /** An appointment is booked, or its letter is on its way */
  readonly is: "done" | "sent";
}

/** «Τέλος, κοινόχρηστη συσκευή»: above all other buttons, for whoever leaves a browser to the next person. */
export const sharedDevice = ({ address, mark, is }: Ending, { t }: PageReader): Html =>
  html`<section class="shared noprint" aria-labelledby="shared"><h2 id="shared">${t("visit.shared-title")}</h2><p>${t(
    `visit.shared-${is}`,
  )}</p><form method="post" action="${address}">${mark}<button class="button button--primary button--block">${icon("leave")}${t(
    "visit.shared-end",
  )}</button></form></section>`;
