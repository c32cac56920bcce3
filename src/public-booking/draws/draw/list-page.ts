import type { PublicDraw } from "../../../draws/public/public-draws.ts";
import { type Html, html } from "../../../platform/text/html.ts";
import { inLine } from "../../../text/languages.ts";
import { ADDRESS } from "../../frame/address.ts";
import { serviceInWords } from "../../frame/names.ts";
import { type Row, rows } from "../../frame/parts.ts";
import type { PageReader } from "../../frame/reader.ts";
import type { NamedService } from "../../office-sql.ts";
import { drawingPage } from "../drawing-page.ts";
import { daysWords, drawMoment, onDrawMoment } from "../drawing-words.ts";

export interface ListedDraw {
  readonly draw: PublicDraw;
  readonly service: NamedService;
}

interface ListedDraws {
  readonly draws: readonly ListedDraw[];
  /** Of it alone; undefined: of all */
  readonly service?: string | undefined;
}

/** «Κληρώσεις»: which take wishes, which will, and which anybody can check. */
export function drawsPage({ draws, service }: ListedDraws, reader: PageReader): Html {
  const { t, path } = reader;
  const title = t("draw.list");
  const of = (...stands: readonly PublicDraw["stands"][]) => draws.filter(({ draw }) => stands.includes(draw.stands));
  const [open, coming, earlier] = [of("open").reverse(), of("coming").reverse(), of("closed", "drawn")];
  const part = (heading: string, those: readonly ListedDraw[]): Html =>
    html`<h2>${heading}</h2>${rows(those.map((each) => rowOf(each, reader)))}`;
  const main = html`<h1>${title}</h1>
${open.length > 0 ? part(t("draw.list-open"), open) : html`<p class="note">${t("draw.list-none")}</p>`}
${coming.length > 0 ? part(t("draw.list-coming"), coming) : null}
${earlier.length > 0 ? part(t("draw.list-earlier"), earlier) : html`<p class="small">${t("draw.list-nothing")}</p>`}
<h2>${t("draw.check")}</h2>${rows([
    { address: path(ADDRESS.drawHow), label: t("drawHow.title"), small: t("draw.how-small") },
    { address: path(ADDRESS.drawCheck), label: t("draws.title") },
  ])}`;
  return drawingPage({ title, address: ADDRESS.draws(service), back: path(ADDRESS.start), main }, reader);
}

function rowOf({ draw, service }: ListedDraw, reader: PageReader): Row {
  const { t, path, language } = reader;
  const label = inLine(language, t("draws.of", { draw: draw.number }), serviceInWords(service, reader));
  return {
    address: path(ADDRESS.draw(draw.number)),
    label,
    small: `${daysWords(draw, reader)} · ${standsWords(draw, reader)}`,
  };
}

function standsWords({ stands, opensAt, closesAt, drawnAt }: PublicDraw, reader: PageReader): string {
  const { t } = reader;
  if (stands === "coming") return t("draw.opens-on", { when: onDrawMoment(opensAt, reader) });
  if (stands === "open") return t("draw.open-until", { when: drawMoment(closesAt, reader) });
  return drawnAt ? t("draw.drawn-on", { when: onDrawMoment(drawnAt, reader) }) : t("draw.being-drawn");
}
