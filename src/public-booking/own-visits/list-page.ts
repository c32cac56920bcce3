import type { SignInWay } from "../../identity/citizens/session.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { dateTextOf } from "../../platform/time.ts";
import { markField } from "../choose/time-form.ts";
import { ADDRESS } from "../frame/address.ts";
import type { SessionWays } from "../frame/deps.ts";
import { citizensPage } from "../frame/page.ts";
import { rows } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import { sharedEnd } from "../frame/shared-device.ts";
import { addForm, NOTHING_TYPED } from "./add-page.ts";
import { paging, whoIsSignedIn } from "./frame.ts";
import type { OwnVisits } from "./own-visits.ts";
import { visitCard } from "./visit-card.ts";

export interface ListFrame {
  /** From 0 on */
  readonly page: number;
  readonly mark: string;
  readonly ways: SessionWays;
  /** A code was just sent: it is not said whether it was found, which the list shows */
  readonly isAdded: boolean;
  readonly now: Temporal.Instant;
}

/** «Τα ραντεβού μου»: what is to come in all offices, the nearest first. */
export function listPage(list: OwnVisits, { page, mark, ways, isAdded, now }: ListFrame, reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("mine.title");
  const today = dateTextOf(now);
  const added = isAdded ? html`<div class="note" role="status"><p>${t("mine.added")}</p></div>` : null;
  const cards = list.shown.map((visit, index) =>
    visitCard(visit, { person: list, next: page === 0 && index === 0 ? today : null }, reader),
  );
  const main = html`${whoIsSignedIn(list, mark, reader)}<h1>${title}</h1>${added}${
    cards.length === 0
      ? nothingToShow(list, { mark, ways }, reader)
      : html`<p class="sub1">${t("mine.count", { visits: list.visits, offices: list.offices })}</p>
<form method="post" action="${path(ADDRESS.mine("open"))}">${markField(mark)}<ul class="visits">${cards}</ul></form>${paging(ADDRESS.mine(), { page, areMore: list.areMore }, reader)}`
  }
<h2>${t("visit.other-acts")}</h2>${otherActs(list, reader)}
${sharedEnd({ address: path(ADDRESS.end), mark: markField(mark) }, "", reader)}`;
  return citizensPage({ title, address: ADDRESS.mine(), main }, reader);
}

/** The causes in place of a bare «nothing», and what helps against each. */
function nothingToShow(
  { keptDays, way }: OwnVisits,
  { mark, ways }: Pick<ListFrame, "mark" | "ways">,
  reader: PageReader,
): Html {
  const { t, path } = reader;
  const causes: readonly (readonly [string, string])[] = [
    [t("mine.why-email"), t("mine.why-email-text")],
    [t("mine.why-phone"), t("mine.why-phone-text")],
    ...(way === "taxisnet" ? [[t("mine.why-business"), t("mine.why-business-text")] as const] : []),
    ...otherWay(way, ways, reader),
    [t("mine.why-over"), t("mine.why-over-text", { days: keptDays })],
  ];
  return html`<p class="lead">${t("mine.nothing")}</p><p><a class="button button--go button--block" href="${path(
    ADDRESS.start,
  )}">${t("mine.book")}</a></p>
<h2>${t("mine.why")}</h2><dl class="why">${causes.map(([cause, text]) => html`<div><dt>${cause}</dt><dd>${text}</dd></div>`)}</dl>
<section class="add"><h2>${t("mine.add-title")}</h2>${addForm(NOTHING_TYPED, mark, reader)}</section>`;
}

/** TAXISnet and a wallet are two people to us (docs/decisions/0089): what was booked by one is not found by the other. */
function otherWay(
  way: SignInWay,
  { taxisnet, wallet }: SessionWays,
  { t }: PageReader,
): readonly (readonly [string, string])[] {
  if (way === "wallet") return taxisnet ? [[t("mine.why-taxisnet"), t("mine.why-taxisnet-text")]] : [];
  return wallet === "number" ? [[t("mine.why-wallet"), t("mine.why-wallet-text")]] : [];
}

function otherActs({ keptDays, visits }: OwnVisits, { t, path }: PageReader): Html {
  const ofSome = [
    { address: path(ADDRESS.start), label: t("mine.new") },
    { address: path(ADDRESS.mine("add")), label: t("mine.add"), small: t("mine.add-small") },
    { address: path(ADDRESS.mine("seen")), label: t("mine.seen"), small: t("mine.seen-small") },
  ];
  const past = {
    address: path(ADDRESS.mine("past")),
    label: t("mine.past"),
    small: t("mine.past-small", { days: keptDays }),
  };
  return rows([...(visits > 0 ? ofSome : []), past]);
}
