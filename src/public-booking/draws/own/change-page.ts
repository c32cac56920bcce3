import { type Html, html } from "../../../platform/text/html.ts";
import { ADDRESS } from "../../frame/address.ts";
import { errorSummary, titleWith } from "../../frame/fields.ts";
import { icon } from "../../frame/icons.ts";
import { type AtLink, linkForm, partOf } from "../../visit/at-link.ts";
import { drawingPage } from "../drawing-page.ts";
import { drawMoment } from "../drawing-words.ts";
import { type ChoiceShown, choiceFields } from "../wish/choice-fields.ts";
import type { OwnWish } from "./own-wish.ts";

/** The same choice once more: its number stays. */
export function changePage({ draw }: OwnWish, shown: ChoiceShown, at: AtLink): Html {
  const { reader, token } = at;
  const { t } = reader;
  const title = t("drawWish.title");
  const inside = html`${choiceFields(shown, reader)}<button class="button button--go button--block" name="act" value="send">${t("drawWish.save")}</button>`;
  const main = html`<h1>${title}</h1><div class="hold"><p>${icon("clock")}<span>${t("drawWish.until", { when: drawMoment(draw.closesAt, reader) })}</span></p></div>${linkForm(at, "draw/change", inside)}`;
  const above = errorSummary(shown.errors, reader);
  const address = ADDRESS.link(token, "draw/change");
  return drawingPage(
    { title: titleWith(shown.errors, title, reader), address, back: partOf(at, "draw"), above, main },
    reader,
  );
}
