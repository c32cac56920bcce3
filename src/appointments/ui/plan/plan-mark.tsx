import { placed } from "../../../kit/place-style.ts";
import type { Span } from "../../../kit/spans.ts";
import { useText } from "../../../kit/text.tsx";

interface PlanMarkProps {
  readonly span: Span;
  readonly range: Span;
  readonly time: string;
  readonly label: string;
}

/** Where the appointment being written would stand. */
export function PlanMark({ span, range, time, label }: PlanMarkProps) {
  const t = useText();
  return (
    <li className="plan-place card is-new" style={placed(span, range)}>
      <span className="card__time">{time}</span>
      <span className="card__name">{label ? t("plan.chosen", { label }) : t("plan.chosenEmpty")}</span>
    </li>
  );
}
