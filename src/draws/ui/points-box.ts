import { LEAST_PUBLISHED_WISHES } from "../rule/publishable.ts";
import { type CheckResult, isSound } from "../rule/verify-draw.ts";
import { differenceOf } from "./difference-table.ts";
import { element } from "./element.ts";
import type { CheckWords } from "./words.ts";

/** The points one by one: a sign, and the same in words. */
export function pointsBox(results: readonly CheckResult[], words: CheckWords): HTMLElement {
  const faults = results.filter(({ holds }) => holds === false).length;
  const checked = results.filter(({ holds }) => holds !== null).length;
  const follows = isSound(results);
  const headline = follows ? words("follows", { checked }) : words("follows-not", { faults });
  return element(
    "div",
    follows ? "visit points" : "visit points points--bad",
    element("p", "visit__flag", sign(follows ? "✓" : "✗"), " ", element("span", "", headline)),
    element("ol", "", ...results.map((result) => pointLine(result, words))),
  );
}

function pointLine(result: CheckResult, words: CheckWords): HTMLElement {
  const { point, holds, unchecked } = result;
  if (unchecked)
    return element("li", "", sign("–"), " ", element("span", "", words(unchecked, { least: LEAST_PUBLISHED_WISHES })));
  if (holds) return element("li", "points__yes", sign("✓"), " ", element("span", "", words(`point-${point}`)));
  const fault = element("div", "", element("b", "", words(`not-${point}`)), " ", ...differenceOf(result, words));
  return element("li", "points__no", sign("✗"), " ", fault);
}

/** Each sentence says it too. */
function sign(text: string): HTMLElement {
  const made = element("b", "", text);
  made.ariaHidden = "true";
  return made;
}

/** What somebody does whose draw does not come out. */
export const whatNow = (words: CheckWords): Node[] => [
  element("h2", "", words("what-now")),
  element("p", "", words("stands")),
  element("ul", "ul", element("li", "", words("again")), element("li", "", words("send"))),
  element("p", "check note note--warn small", words("fraud")),
];
