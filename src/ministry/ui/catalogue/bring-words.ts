import type { Text } from "../../../text/text.ts";
import { type BringMark, VISIT_CASES, type VisitCase } from "../../../text/to-bring.ts";

interface WordedItem {
  readonly greek: string;
  readonly english?: string | null;
  readonly mark?: BringMark | "" | null;
  readonly cases?: readonly VisitCase[];
}

/** Lines of what to bring as the history and a colleague's change show them. */
export const bringInWords = (items: readonly WordedItem[], t: Text): string =>
  items
    .map(({ greek, english, mark, cases = VISIT_CASES }) => {
      const of = cases.length < VISIT_CASES.length ? cases.map((each) => t(`ministry.bring-case-${each}`)) : [];
      const said = [...(mark ? [t(`ministry.bring-mark-${mark}`)] : []), ...of].join(", ");
      return [greek, ...(english ? [` / ${english}`] : []), ...(said ? [` (${said})`] : [])].join("");
    })
    .join("; ") || t("ministry.fact-none");
