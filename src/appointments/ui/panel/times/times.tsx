import { useId } from "react";
import { useText } from "../../../../kit/text.tsx";
import { Button } from "../../../../kit/ui/button.tsx";
import { classes } from "../../../../kit/ui/classes.ts";
import { Icon } from "../../../../kit/ui/icon.tsx";
import { Collision } from "./collision.tsx";
import { OtherTime } from "./other-day/other-time.tsx";
import { wishFor } from "./other-wish.ts";
import { TimesList } from "./times-list.tsx";
import { GoneNote, TimesNotes, WithheldNote } from "./times-notes.tsx";
import type { TimesFieldProps } from "./times-props.ts";

/** When: the first free times, or after a collision the nearest ones, or any day and time by hand. */
export function TimesField(props: TimesFieldProps) {
  const { times, error } = props;
  const { state, list } = times;
  const hasAlternatives = state.clash !== null && list.length > 0;
  return (
    <div className={classes("times", error && "times--faulty")} data-faulty={error ? "" : undefined}>
      {state.clash && <Collision {...props} clash={state.clash} />}
      {state.other && <OtherTime {...props} wish={state.other} />}
      {!state.other && !hasAlternatives && <FirstTimes {...props} />}
      <WithheldNote {...props} />
      <GoneNote {...props} />
      {error && (
        <p className="field-error">
          <Icon name="warning" />
          {error}
        </p>
      )}
      <div className="times__links">
        {!state.other && hasAlternatives && <OtherTimeButton {...props} />}
        <ShowDayButton {...props} />
      </div>
    </div>
  );
}

function FirstTimes(props: TimesFieldProps) {
  const { minutes } = props.times.terms;
  const t = useText();
  const titleId = useId();
  return (
    <>
      <div className="lrow">
        <p className="label">
          <span id={titleId}>{props.title}</span>{" "}
          {minutes > 0 && <span className="optional">{t("panel.minutes", { minutes })}</span>}{" "}
          <span className="optional keys-hint">{t("panel.alt-number")}</span>
        </p>
        {props.times.terms.service !== "" && <OtherTimeButton {...props} />}
      </div>
      {!props.times.state.clash && props.times.list.length > 0 && <TimesList {...props} labelledBy={titleId} />}
      <TimesNotes {...props} />
    </>
  );
}

function OtherTimeButton({ times: { selected, terms, dispatch } }: TimesFieldProps) {
  const t = useText();
  const { date, time, queue } = selected ?? { date: terms.from, time: null, queue: null };
  return (
    <Button
      look="link"
      size="small"
      onClick={() => dispatch({ type: "other-wished", wish: wishFor({ date, time, queue }, terms.now.date) })}
    >
      {t("panel.other-time")}
    </Button>
  );
}

/** The chosen time lies on another day than the plan beside: one click shows it there. */
function ShowDayButton({ times: { selected }, shownDate, onShowDay }: TimesFieldProps) {
  const t = useText();
  if (!selected || shownDate === null || selected.date === shownDate) return null;
  return (
    <Button look="link" size="small" onClick={() => onShowDay(selected)}>
      {t("panel.show-day")}
    </Button>
  );
}
