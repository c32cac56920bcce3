import { type Html, html } from "../../src/platform/text/html.ts";
import { textIn } from "../../src/text/text.ts";
import type { GsisDoor, GsisPerson } from "./gsis-doors.ts";
import { standInPage } from "./page.ts";
import "../../src/text/server.ts";

const t = textIn("el");

export const signInPage = ({ title, people }: GsisDoor, needsChoice: boolean): Html =>
  standInPage(
    title,
    html`${needsChoice ? html`<p role="alert"><strong>${t("standIn.sign-in-choose")}</strong></p>` : null}
<form method="post">
<fieldset>
<legend>${t("standIn.sign-in-people")}</legend>
${people.map(personChoice)}
</fieldset>
<button name="approve" value="1">${t("standIn.sign-in-approve")}</button>
<button name="deny" value="1">${t("standIn.sign-in-deny")}</button>
</form>`,
  );

const personChoice = (person: GsisPerson): Html => html`<label><input type="radio" name="userid" value="${person.id}">
<span>${person.firstName} ${person.lastName} <small>${person.note}</small></span></label>
`;

export const refusedPage = (reason: string): Html =>
  standInPage(t("standIn.sign-in-refused-title"), html`<p>${t("standIn.sign-in-refused-text", { reason })}</p>`);

export const standInSignedOutPage = (): Html =>
  standInPage(t("standIn.signed-out-title"), html`<p>${t("standIn.signed-out-text")}</p>`);
