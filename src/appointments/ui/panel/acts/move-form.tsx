import { useState } from "react";
import { formatPhone } from "../../../../kit/dates.ts";
import { Space, useLanguage, useText } from "../../../../kit/text.tsx";
import { spokenIn } from "../../../../text/languages.ts";
import type { Appointment } from "../../../contract.ts";
import { hindrance } from "../../../hindrance.ts";
import { fullName } from "../../../person.ts";
import { interpreterHint } from "../../needs/interpreter-hint.ts";
import { isSamePlace } from "../../plan-marks.ts";
import { OfficeField, useChosenOffice } from "../frame/office-field.tsx";
import { PanelFrame } from "../frame/panel-frame.tsx";
import { SaveFoot } from "../frame/save-foot.tsx";
import { sentenceFor } from "../times/sentence-for.ts";
import { TimesField } from "../times/times.tsx";
import { whenPhrase } from "../words/when.ts";
import { CallLater } from "./call-later.tsx";
import { type MoveFormProps, type NewPlaceProps, useNewPlace } from "./use-new-place.ts";

/** «Μεταφορά»: to another time here, or to another of one's own offices. */
export function MoveForm(props: MoveFormProps) {
  const { office, offices, appointment } = props;
  const [code, setCode] = useState(office.code);
  const to = useChosenOffice(code, office);
  const isHere = to.code === office.code;
  // A citizen who has come is served here.
  const mayLeave = hindrance("transfer", appointment, props.day.now) === null;
  return (
    <NewPlace key={to.code} {...props} to={to} isHere={isHere} slot={isHere ? props.slot : null}>
      {mayLeave && <OfficeField office={code} offices={offices} onChange={setCode} />}
    </NewPlace>
  );
}

/** Here the present time comes first, then the free ones. */
function NewPlace(props: NewPlaceProps) {
  const { appointment, to, isHere, day } = props;
  const t = useText();
  const { language } = useLanguage();
  const { times, queueName, visit, target, callLater, form } = useNewPlace(props);
  const { now } = times.terms;
  const isOffered = isHere || visit !== undefined;
  const interpreter = interpreterHint(appointment.interpreter, to, { t, language });
  const label = () => {
    if (!target) return t("field.new-time-required");
    const when = whenPhrase(target, now.date, language);
    return isHere ? t("panel.save-move", { when }) : t("panel.save-transfer", { office: to.name, when });
  };
  return (
    <PanelFrame
      title={t("panel.move-title")}
      backLabel={t("panel.back-to-view")}
      onBack={props.onBack}
      form={form}
      onSave={form.submit}
      onTime={(index) => times.list[index] && times.dispatch({ type: "chosen", slot: times.list[index] })}
      footer={
        <SaveFoot
          label={label()}
          isSaving={form.isSaving}
          problem={form.problem}
          sentence={sentenceFor(target, times.state, {
            visit,
            today: now.date,
            language: spokenIn(appointment.language),
          })}
          language={spokenIn(appointment.language)}
        />
      }
    >
      <p className="view__person">
        <b>{fullName(appointment, t)}</b>
        <Space />
        {appointment.phone && <span>{formatPhone(appointment.phone)}</span>}
      </p>
      {isHere && <MovedMeanwhile appointment={appointment} today={now.date} queueName={queueName} />}
      {props.children}
      {!isHere && isOffered && <p className="hint">{t("panel.transfer-hint")}</p>}
      {interpreter && <p className="hint">{interpreter}</p>}
      {isOffered ? (
        <TimesField
          title={t("panel.new-times")}
          times={times}
          queueName={queueName}
          error={form.errors.time ?? null}
          shownDate={isHere ? day.date : null}
          onShowDay={props.onPick}
          isFocused={isHere}
        />
      ) : (
        <p className="note note--warn" role="status">
          {t("panel.transfer-not-offered", { office: to.name })}
        </p>
      )}
      {isHere && <CallLater choice={callLater} />}
    </PanelFrame>
  );
}

interface MovedMeanwhileProps {
  readonly appointment: Appointment;
  readonly today: string;
  readonly queueName: (queue: number) => string;
}

/** A colleague gave it another place while the form was open. */
function MovedMeanwhile({ appointment, today, queueName }: MovedMeanwhileProps) {
  const t = useText();
  const { language } = useLanguage();
  const [opened] = useState(appointment);
  if (isSamePlace(opened, appointment)) return null;
  return (
    <p className="note note--warn" role="status">
      {t("panel.stale-moved", {
        when: whenPhrase(appointment, today, language),
        queue: queueName(appointment.queue),
      })}
    </p>
  );
}
