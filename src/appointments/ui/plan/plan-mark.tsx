import { useEffect, useRef } from "react";
import { placed } from "../../../kit/place-style.ts";
import type { Span } from "../../../kit/spans.ts";
import { Space, useText } from "../../../kit/text.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { useMarkLabel } from "../plan-marks.ts";

interface PlanMarkProps {
  readonly span: Span;
  readonly range: Span;
  readonly time: string;
}

/** Where the appointment being written would stand: «νέο», brought into sight wherever it is chosen. */
export function PlanMark({ span, range, time }: PlanMarkProps) {
  const t = useText();
  const label = useMarkLabel();
  const mark = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is another sight
  useEffect(() => {
    mark.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [span.from, span.to]);
  return (
    <li ref={mark} className="plan-place card is-new" style={placed(span, range)}>
      <span className="lever">
        <Icon name="check" />
      </span>
      <span className="card__words">
        <b className="card__name">{label || t("plan.chosenEmpty")}</b>
        <Space />
        <span className="card__more">
          <span>{time}</span>
          <Space />
          <span className="card__state">{t("plan.chosenMark")}</span>
        </span>
      </span>
    </li>
  );
}
