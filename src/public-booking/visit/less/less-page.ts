import { visitOfText } from "../../../appointments/field/visit-services.ts";
import { type Html, html } from "../../../platform/text/html.ts";
import { ADDRESS } from "../../frame/address.ts";
import { asTyped, serviceInWords } from "../../frame/names.ts";
import { citizensPage } from "../../frame/page.ts";
import type { PageReader } from "../../frame/reader.ts";
import { type AtLink, linkForm, partOf, versionField, visitFacts } from "../at-link.ts";
import type { OwnVisit } from "../shown.ts";

interface Fault {
  /** none: nothing is ticked; name: it would be another's */
  readonly why: "none" | "name";
  readonly gone: readonly (readonly [number, number])[];
}

/** «Τι δεν χρειάζεται πια;»: each who comes with their services, to be ticked off; its name stays. */
export function lessPage(visit: OwnVisit, wrong: Fault | null, at: AtLink): Html {
  const { reader, token } = at;
  const { t } = reader;
  const title = t("visit.less-title");
  const name = t("visit.less-name", { name: asTyped(visit.people[0] ?? "", reader) });
  const sentence = wrong?.why === "name" ? name : t("visit.less-none");
  const fault = wrong && html`<p class="field-error" id="less-error">${sentence}</p>`;
  const mayBeOthers = visit.business === null && visit.people.slice(1).some(Boolean) && wrong?.why !== "name";
  const isGone = (person: number, place: number) =>
    wrong?.gone.some(([one, service]) => one === person && service === place) ?? false;
  const inside = html`${versionField(visit.version)}<input type="hidden" name="was" value="${visit.service.code}">${peopleOf(
    visit,
  ).map(
    ({ name, codes }, person) =>
      html`<fieldset class="kep person"><legend>${name || t("book.person", { number: person + 1 })}</legend> ${codes.map(
        (code, place) => tick(`gone-${person}-${place}`, nameIn(visit, code, reader), isGone(person, place)),
      )}</fieldset>`,
  )}${fault}<div class="btns btns--fit"><button class="button button--danger">${t("visit.less-yes")}</button> <a class="button" href="${partOf(at)}">${t(
    "visit.cancel-no",
  )}</a></div>`;
  const main = html`<h1>${title}</h1>
${visitFacts(visit, reader)}
<p class="under-slip">${t("visit.less-text")}</p>${mayBeOthers ? html`<p>${name}</p>` : null}${linkForm(at, "less", inside)}`;
  const address = ADDRESS.link(token, "less");
  return citizensPage(
    { title: wrong ? t("book.error-title", { title }) : title, address, back: partOf(at), main },
    reader,
  );

  function peopleOf({ service, people }: OwnVisit) {
    const { service: first, more_services, companions } = visitOfText(service.code);
    const codes = [[first, ...more_services], ...companions.map(({ services }) => services)];
    return codes.map((each, person) => ({ name: asTyped(people[person] ?? "", reader), codes: each }));
  }
}

const tick = (name: string, label: string, isTicked: boolean): Html =>
  html`<div><label class="tick"><input type="checkbox" name="${name}" value="yes"${isTicked ? html` checked` : null}><span>${label}</span></label></div>`;

const nameIn = ({ service: { several = [], ...service } }: OwnVisit, code: string, reader: PageReader): string =>
  serviceInWords(several.find((each) => each.code === code) ?? service, reader);
