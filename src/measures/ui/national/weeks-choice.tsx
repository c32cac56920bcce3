import { Fragment, type ReactNode } from "react";
import { useNumbers, useText } from "../../../kit/text.tsx";
import { WEEKS_OFFERED } from "../../national/choices.ts";
import { type WeeksSearch, weeksIn } from "./weeks-in.ts";

interface WeeksChoiceProps {
  readonly search: WeeksSearch;
  readonly linkTo: (weeks: number, look: { readonly children: string; readonly "aria-current"?: "page" }) => ReactNode;
}

/** How many closed weeks are shown; an address that asks for others than there are is told so. */
export function WeeksChoice({ search, linkTo }: WeeksChoiceProps) {
  const t = useText();
  const n = useNumbers();
  const { weeks, unknown } = weeksIn(search);
  const offered = [...new Set([...WEEKS_OFFERED, weeks])].sort((a, b) => a - b);
  const bounds = { from: WEEKS_OFFERED[0], to: WEEKS_OFFERED[WEEKS_OFFERED.length - 1] ?? weeks, shown: weeks };
  return (
    <>
      {unknown !== null && (
        <p className="note note--warn" role="status">
          {t("nation.weeks-unknown", { asked: unknown, ...bounds })}
        </p>
      )}
      <nav className="segments" aria-label={t("nation.weeks-choice")}>
        {offered.map((each) => (
          <Fragment key={each}>
            {linkTo(each, {
              children: t("nation.weeks-of", { n: n(each) }),
              "aria-current": each === weeks ? "page" : undefined,
            })}
          </Fragment>
        ))}
      </nav>
    </>
  );
}
