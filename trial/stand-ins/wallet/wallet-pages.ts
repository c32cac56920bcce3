import { type Html, html } from "../../../src/platform/text/html.ts";
import { textIn } from "../../../src/text/text.ts";
import { standInPage } from "../page.ts";
import { HOLDERS, type Holder } from "./holders.ts";
import { claimsOfQuery } from "./query.ts";
import type { PresentationRequest } from "./request.ts";
import type { RequestFaultReason } from "./request-fault.ts";
import "../../../src/text/server.ts";

const t = textIn("el");

export const walletHomePage = (): Html =>
  standInPage(t("walletStandIn.title"), html`<p>${t("walletStandIn.home")}</p>`);

/** Who asks, for what and why, and what the person says to it. */
export const consentPage = (id: string, request: PresentationRequest, needsChoice: boolean): Html =>
  standInPage(
    t("walletStandIn.title"),
    html`${needsChoice ? html`<p role="alert"><strong>${t("walletStandIn.choose")}</strong></p>` : null}
<p>${t("walletStandIn.asks", { name: request.verifier })}</p>
<ul>
${claimsOfQuery(request.query).map((name) => html`<li>${claimLine(request, name)}</li>\n`)}</ul>
${registrationLines(request)}
<form method="post" action="/answer">
<input type="hidden" name="request" value="${id}">
<fieldset>
<legend>${t("walletStandIn.people")}</legend>
${HOLDERS.map(holderChoice)}
</fieldset>
<button name="approve" value="1">${t("walletStandIn.agree")}</button>
<button name="deny" value="1">${t("walletStandIn.refuse")}</button>
</form>`,
  );

function claimLine({ query }: PresentationRequest, name: string): string {
  const isAlways = query.claimSets.every((names) => names.includes(name));
  return isAlways ? claimName(name) : t("walletStandIn.asks-if-any", { claim: claimName(name) });
}

const KNOWN_CLAIMS = ["family_name", "given_name", "personal_administrative_number"] as const;

function claimName(name: string): string {
  const known = KNOWN_CLAIMS.find((one) => one === name);
  return known ? t(`walletStandIn.${known}`) : t("walletStandIn.other-claim", { name });
}

/** A wallet warns of what nobody registered (ARF topic 44, RPRC_21). */
function registrationLines({ registration, query }: PresentationRequest): Html {
  if (!registration) return html`<p><strong>${t("walletStandIn.not-registered")}</strong></p>`;
  const beyond = claimsOfQuery(query).filter((name) => !registration.claims.includes(name));
  const claims = beyond.map(claimName).join(", ");
  return html`<p>${t("walletStandIn.purpose", { purpose: registration.purpose })}</p>
${beyond.length > 0 ? html`<p><strong>${t("walletStandIn.beyond-registration", { claims })}</strong></p>` : null}`;
}

const holderChoice = ({
  id,
  firstName,
  lastName,
  kind,
}: Holder): Html => html`<label><input type="radio" name="holder" value="${id}">
<span>${[firstName, lastName].filter(Boolean).join(" ")} <small>${t(`walletStandIn.${kind}`)}</small></span></label>
`;

export const nothingPage = (id: string, { verifier }: PresentationRequest): Html =>
  standInPage(
    t("walletStandIn.nothing-title"),
    html`<p>${t("walletStandIn.nothing-text", { name: verifier })}</p>
<form method="post" action="/answer">
<input type="hidden" name="request" value="${id}">
<button name="deny" value="1">${t("walletStandIn.back")}</button>
</form>`,
  );

export const responseSentPage = (): Html =>
  standInPage(t("walletStandIn.sent-title"), html`<p>${t("walletStandIn.sent-text")}</p>`);

export const notAcceptedPage = (status: number): Html =>
  standInPage(
    t("walletStandIn.not-accepted-title"),
    html`<p>${t("walletStandIn.not-accepted-text", { status: String(status) })}</p>`,
  );

export const faultPage = (reason: RequestFaultReason): Html =>
  standInPage(t("walletStandIn.fault-title"), html`<p>${t("walletStandIn.fault-text", { reason })}</p>`);

export const overPage = (): Html =>
  standInPage(t("walletStandIn.over-title"), html`<p>${t("walletStandIn.over-text")}</p>`);
