import { ruleInWords } from "../../appointments/line/rule-in-words.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { writingDirection } from "../../text/languages.ts";
import { textIn } from "../../text/text.ts";
import { lineRuleAddress } from "../address.ts";
import { WALL_SIZES, type WallSize } from "../contract.ts";
import { printedPage, type Reader, toolsOf } from "../frame.ts";
import type { RuleOnWall } from "./print-rule.ts";
import "../../text/server.ts";

/** «Ποιος είναι ο επόμενος;»: one sentence, large in Greek, below in the other languages that are offered. */
export function rulePage({ office, slackMinutes, languages }: RuleOnWall, size: WallSize, reader: Reader): Html {
  const t = textIn(reader.language);
  const [first, ...others] = languages;
  const inLanguage = (language: (typeof languages)[number]) => {
    const words = textIn(language);
    return html`<section lang="${language}" dir="${writingDirection(language)}"><h2>${words("entrance.wall")}</h2><p>${ruleInWords(slackMinutes, words)}</p><p>${words("entrance.wall-letters")}</p></section>`;
  };
  const greek = textIn(first ?? "el");
  const title = t("paper.rule-title");
  const paper = html`<article class="paper wall wall--${size}">
<p class="wall__office">${office.name}</p>
<h1 lang="el">${greek("entrance.wall")}</h1>
<p class="wall__rule" lang="el">${ruleInWords(slackMinutes, greek)}</p>
<p class="wall__letters" lang="el">${greek("entrance.wall-letters")} ${greek("entrance.statutory")}</p>
${others.map(inLanguage)}
</article>`;
  const back = { label: t("paper.back-to-office"), address: `/offices/${encodeURIComponent(office.code)}/settings` };
  const choices = WALL_SIZES.map((each) => ({
    label: each.toUpperCase(),
    address: lineRuleAddress(office.code, reader.language, each),
    isChosen: each === size,
  }));
  const groups = [{ name: t("paper.rule-size"), choices }];
  return printedPage(
    { title, tools: toolsOf({ back, groups, isRecorded: false }, reader), paper, sheet: "/wall.css" },
    reader,
  );
}
