import { Link } from "@tanstack/react-router";
import { useNumbers, useText } from "../../../kit/text.tsx";
import { NATIONAL_MEASURES } from "../../national/choices.ts";
import type { HowOfficesDo } from "../../national/contract.ts";
import type { NationalSearch } from "./national-search.ts";

interface MeasureChoiceProps extends Pick<HowOfficesDo, "sizes" | "funnel"> {
  readonly search: NationalSearch;
}

/** What is compared, and among which offices. */
export function MeasureChoice({ sizes, funnel, search }: MeasureChoiceProps) {
  const t = useText();
  const n = useNumbers();
  const current = (isShown: boolean) => ({ "aria-current": isShown ? ("page" as const) : undefined });
  return (
    <div className="nation__choices">
      <nav className="segments" aria-label={t("nation.measures")}>
        {NATIONAL_MEASURES.map((measure) => (
          <Link
            key={measure}
            to="/ministry/how-offices-do"
            search={{ ...search, measure }}
            replace
            {...current(measure === funnel.measure)}
          >
            {t(`nation.measure-${measure}`)}
          </Link>
        ))}
      </nav>
      <nav className="segments" aria-label={t("nation.sizes")}>
        {sizes.map(({ size, offices }) => (
          <Link
            key={size}
            to="/ministry/how-offices-do"
            search={{ ...search, size }}
            replace
            {...current(size === funnel.size)}
          >
            {t("nation.size-offices", { size: t(`nation.size-${size}`), n: n(offices) })}
          </Link>
        ))}
      </nav>
    </div>
  );
}
