import { useId } from "react";
import { useText } from "../../../web/text.tsx";
import { Collision } from "./collision.tsx";
import type { Moment } from "./first-times.ts";
import { OtherTime } from "./other-time.tsx";
import type { Place } from "./place.ts";
import { TimesList } from "./times-list.tsx";
import { TimesNotes } from "./times-notes.tsx";
import type { TimesAction, TimesState } from "./times-state.ts";
import type { Times } from "./use-times.ts";

export interface TimesFieldProps {
  readonly title: string;
  readonly times: Times;
  readonly state: TimesState;
  readonly dispatch: (action: TimesAction) => void;
  readonly now: Moment;
  readonly queueName: (queue: number) => string;
  readonly present?: Place;
}

/** When: the first free times, or after a collision the nearest ones, or any day and time by hand. */
export function TimesField(props: TimesFieldProps) {
  const { state, times, title } = props;
  const t = useText();
  const titleId = useId();
  const hasAlternatives = state.clash !== null && state.clash.alternatives.length > 0;
  return (
    <div className="times">
      {state.clash && <Collision {...props} clash={state.clash} />}
      {state.other ? (
        <OtherTime {...props} wish={state.other} />
      ) : (
        <>
          {!hasAlternatives && (
            <div className="lrow">
              <span className="lbl">
                <span id={titleId}>{title}</span> <span className="opt">{t("panel.alt-number")}</span>
              </span>
              <OtherTimeButton {...props} />
            </div>
          )}
          {!state.clash && times.list.length > 0 && <TimesList {...props} labelledBy={titleId} />}
          <TimesNotes {...props} />
          {hasAlternatives && <OtherTimeButton {...props} />}
        </>
      )}
    </div>
  );
}

function OtherTimeButton({ times, dispatch, now }: TimesFieldProps) {
  const t = useText();
  const { date, time, queue } = times.selected ?? { date: now.date, time: null, queue: null };
  return (
    <button type="button" className="link" onClick={() => dispatch({ type: "other-wished", wish: { date, time, queue } })}>
      {t("panel.other-time")}
    </button>
  );
}
