import { useLanguage, useText } from "../../../kit/text.tsx";
import type { Office } from "../../../offices/contract.ts";
import { itemsToBring, type VisitCase } from "../../../text/to-bring.ts";
import { serviceOf } from "../service-of.ts";

/** Of a paper that stands in no line: the sentence lacks it. No line has such words. */
export const NO_LINE = "";

interface Line {
  readonly greek: string;
  readonly words: string;
}

/** What is brought for a service by whoever comes in such a case; what the office finds by itself was never missing. */
export function useLinesToBring(office: Office, service: string, visitCase: VisitCase | null): readonly Line[] {
  const { language } = useLanguage();
  const known = serviceOf(office, service);
  if (!known) return [];
  return itemsToBring([known], visitCase)
    .filter(({ mark }) => mark !== "found")
    .map(({ greek, english }) => ({ greek, words: (language === "en" ? english : null) ?? greek }))
    .filter(({ greek }, at, all) => all.findIndex((each) => each.greek === greek) === at);
}

interface LineChipsProps {
  readonly lines: readonly Line[];
  readonly chosen: string | null;
  readonly onChoose: (line: string) => void;
}

/** Which paper: a line of «Να έχετε μαζί σας», or something that it does not say. */
export function LineChips({ lines, chosen, onChoose }: LineChipsProps) {
  const t = useText();
  const all = [...lines, { greek: NO_LINE, words: t("inVain.not-said") }];
  return (
    <fieldset className="in-vain__lines">
      <legend className="visually-hidden">{t("inVain.which-paper")}</legend>
      {all.map(({ greek, words }) => (
        <label key={greek} className="in-vain__line">
          <input type="radio" name="line" value={greek} checked={chosen === greek} onChange={() => onChoose(greek)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
