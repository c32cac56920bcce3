import type { ReactNode } from "react";
import { Icon } from "../../kit/ui/icon.tsx";

interface SegmentsProps {
  readonly label: string;
  /** Days, or the Mondays of weeks, with what is said of them */
  readonly before: Segment;
  /** Null: the server has not said yet which it is */
  readonly present: Segment | null;
  readonly after: Segment;
  /** Null: nothing is marked as shown */
  readonly shown: string | null;
  readonly linkTo: (date: string, look: Look) => ReactNode;
}

type Segment = readonly [date: string, words: string];
type Look = ReturnType<typeof lookOf>;

/** Back, to the present one, and on: from a day or a week to another. */
export function Segments({ label, before, present, after, shown, linkTo }: SegmentsProps) {
  return (
    <nav className="segments" aria-label={label}>
      {linkTo(before[0], lookOf(<Icon name="previous" />, before[1]))}
      {present && linkTo(present[0], lookOf(present[1], undefined, present[0] === shown))}
      {linkTo(after[0], lookOf(<Icon name="next" />, after[1]))}
    </nav>
  );
}

const lookOf = (children: ReactNode, label?: string, isCurrent = false) =>
  ({
    children,
    "aria-label": label,
    title: label,
    activeProps: { "aria-current": undefined },
    "aria-current": isCurrent ? "date" : undefined,
  }) as const;
