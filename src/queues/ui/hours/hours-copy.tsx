import { useRef, useState } from "react";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Field } from "../../../kit/ui/field.tsx";
import type { Queue, Queues } from "../../contract.ts";
import { weekdayName } from "../weekday-name.ts";
import { type CopySource, copySources, SOURCE_KINDS } from "./copy-sources.ts";
import { copied, isSameWeek, type Target, WEEKDAYS, type Week } from "./hours-week.ts";
import type { HoursForm } from "./use-hours-form.ts";

interface HoursCopyProps {
  readonly hours: HoursForm;
  readonly page: Queues;
  readonly queue: Queue;
}

/** A copy that was just made: until something else is typed, it can be taken back. */
interface Copy {
  readonly name: string;
  readonly before: Week;
  readonly after: Week;
}

/** Hours as those of another queue, of another season, or of another weekday. */
export function HoursCopy({ hours, page, queue }: HoursCopyProps) {
  const t = useText();
  const { language } = useLanguage();
  const sources = copySources(hours, page, queue, language);
  const [chosen, setChosen] = useState(sources[0]?.key);
  const [target, setTarget] = useState("week");
  const [last, setLast] = useState<Copy | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const source = sources.find(({ key }) => key === chosen) ?? sources[0];
  const copy = () => {
    if (!source) return;
    const { edits } = hours.draft;
    const after = { ...edits, ...copied(source.week, source.day, (Number(target) || target) as Target) };
    hours.setWeek(after);
    setLast({ name: source.name, before: edits, after });
  };
  const isLast = last !== null && isSameWeek(last.after, hours.draft.edits);
  const takeBack = ({ before }: Copy) => {
    hours.setWeek(before);
    button.current?.focus();
  };
  return (
    <fieldset className="hours__copy">
      <legend className="label">{t("queues.copy")}</legend>
      <SourceField sources={sources} value={source?.key} onChange={setChosen} />
      <Field label={t("queues.copy-to")}>
        {(wiring) => (
          <select className="input" {...wiring} value={target} onChange={(event) => setTarget(event.target.value)}>
            <option value="week">{t("queues.copy-week")}</option>
            <option value="workdays">{t("queues.copy-workdays")}</option>
            {WEEKDAYS.map((day) => (
              <option key={day} value={day}>
                {weekdayName(day, language)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button ref={button} onClick={copy}>
        {t("queues.copy-now")}
      </Button>
      <div className="hours__copied">
        <p role="status">{last && isLast && t("queues.copied", { source: last.name })}</p>
        {last && isLast && (
          <Button look="ghost" size="small" onClick={() => takeBack(last)}>
            {t("queues.copy-undo")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

interface SourceFieldProps {
  readonly sources: readonly CopySource[];
  readonly value: string | undefined;
  readonly onChange: (key: string) => void;
}

function SourceField({ sources, value, onChange }: SourceFieldProps) {
  const t = useText();
  const groups = SOURCE_KINDS.map((kind) => [kind, sources.filter((source) => source.kind === kind)] as const);
  return (
    <Field label={t("queues.copy-from")}>
      {(wiring) => (
        <select className="input" {...wiring} value={value} onChange={(event) => onChange(event.target.value)}>
          {groups
            .filter(([, members]) => members.length > 0)
            .map(([kind, members]) => (
              <optgroup key={kind} label={t(`queues.copy-${kind}`)}>
                {members.map(({ key, name }) => (
                  <option key={key} value={key}>
                    {name}
                  </option>
                ))}
              </optgroup>
            ))}
        </select>
      )}
    </Field>
  );
}
