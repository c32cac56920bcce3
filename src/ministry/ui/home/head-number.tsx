import type { ReactNode } from "react";
import { classes } from "../../../kit/ui/classes.ts";

export interface HeadNumberProps {
  readonly name: string;
  readonly value: string;
  readonly unit?: string;
  readonly isWarning?: boolean;
  readonly children?: ReactNode;
}

export const HeadNumber = ({ name, value, unit, isWarning = false, children }: HeadNumberProps) => (
  <div className="sheet">
    <dt>{name}</dt>
    <dd className={classes("home__value", isWarning && "home__value--warn")}>
      {value} {unit && <small>{unit}</small>}
    </dd>
    <dd className="hint">{children}</dd>
  </div>
);
