import { type Html, html } from "../../platform/text/html.ts";
import { inLine, writingDirection } from "../../text/languages.ts";
import { icon } from "../frame/icons.ts";
import type { PageReader } from "../frame/reader.ts";
import type { ServicesFound } from "./services-found.ts";

/** What was not understood of one's own words, and what others do, before the services that were found. */

export function notUnderstood({ unknown, services, elsewhere }: ServicesFound, reader: PageReader): Html | null {
  if (unknown.length === 0 || (services.length === 0 && !elsewhere)) return null;
  const { t, language } = reader;
  const words = inLine(language, ...unknown.map((word) => `«${word}»`));
  return html`<div class="understood" role="status"><p>${t("finder.not-understood", { words })}</p><p>${t("finder.understood")}</p></div>`;
}

export function doneElsewhere({ elsewhere }: ServicesFound, { t, language }: PageReader): Html | null {
  if (!elsewhere) return null;
  const { answers, url } = elsewhere.referral;
  const own = answers[language];
  const answer = own
    ? html`<p class="big">${own}</p>`
    : html`<p class="big" lang="el" dir="${writingDirection("el")}">${answers.el ?? ""}</p>`;
  return html`<section class="nothere" aria-labelledby="elsewhere"><h2 id="elsewhere">${t("finder.elsewhere")}</h2>${answer}${
    url
      ? html`<a class="button" href="${url}">${t("finder.elsewhere-go")}${icon("on")}</a><p class="small">${t("finder.elsewhere-page")}</p>`
      : null
  }</section>`;
}
