import { useId } from "react";
import { Icon } from "../../../../kit/ui/icon.tsx";
import type { Appointment, Day } from "../../../contract.ts";
import { choiceWords } from "../../../field/choice-words.ts";
import { longerWords } from "../../needs/longer.ts";
import { signOfInterpreter, signOfNeed } from "../../needs/needs-sign.ts";
import type { AppointmentWording } from "../words/field-words.ts";
import { InterpretationOf } from "./interpretation.tsx";

interface NeedsProps {
  readonly appointment: Appointment;
  readonly day: Day;
  readonly wording: AppointmentWording;
}

/** «Τι ζήτησε να ετοιμαστεί»: each by itself, before the other facts; nothing of why. */
export function NeedsOf({ appointment, day, wording }: NeedsProps) {
  const { t, office } = wording;
  const titleId = useId();
  const { interpreter, needs } = appointment;
  if (interpreter === null && needs.length === 0) return null;
  const longer = longerWords(appointment, { office, queues: day.queues }, t);
  return (
    <section className="needs" aria-labelledby={titleId}>
      <h3 id={titleId}>{t("panel.needs-title")}</h3>
      <ul>
        {interpreter && (
          <li>
            <Icon name={signOfInterpreter(interpreter)} />
            <b>{t("panel.needs-interpreter", { language: choiceWords("interpreter", interpreter, wording) })}</b>
            <InterpretationOf appointment={appointment} now={day.now} />
          </li>
        )}
        {needs.map((need) => (
          <li key={need}>
            <Icon name={need === "longer-time" ? "clock" : signOfNeed(need)} />
            <b>{choiceWords("needs", need, wording)}</b>
            {need === "longer-time" && longer && <span>{t("panel.longer-held", { longer })}</span>}
          </li>
        ))}
      </ul>
      {interpreter === "gss" && <p className="note">{t("panel.needs-sign-advice")}</p>}
      <p className="hint">{t("panel.needs-seen-by")}</p>
    </section>
  );
}
