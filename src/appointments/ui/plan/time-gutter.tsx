import { timeAt } from "../../../kit/dates.ts";
import { variables } from "../../../kit/place-style.ts";
import { useText } from "../../../kit/text.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import type { PlanLayout } from "./plan-layout.ts";

const STEP = 30;
/** The pill of now covers what is nearer */
const COVERED = 9;

/** The hours at the left, for the eye: every cell says its own time. */
export function TimeGutter({ layout: { range, now }, time }: { layout: PlanLayout; time: string }) {
  const t = useText();
  const isCovered = (minute: number) => now !== null && Math.abs(minute - now) < COVERED;
  const steps = Array.from({ length: (range.to - range.from) / STEP }, (_, index) => range.from + index * STEP);
  return (
    <div className="gutter" aria-hidden="true">
      <div className="gutter__head">{t("plan.time")}</div>
      <div className="gutter__body">
        {steps
          .filter((minute) => !isCovered(minute))
          .map((minute) => (
            <span
              key={minute}
              className={classes(minute % 60 === 0 && "is-hour", now !== null && minute < now && "is-past")}
              style={variables({ "--s": minute - range.from })}
            >
              {timeAt(minute)}
            </span>
          ))}
        {now !== null && now >= range.from && now <= range.to && (
          <div className="now-line" data-now style={variables({ "--s": now - range.from })}>
            <b>{time}</b>
          </div>
        )}
      </div>
    </div>
  );
}
