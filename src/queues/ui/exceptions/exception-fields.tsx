import { useText } from "../../../kit/text.tsx";
import { Field } from "../../../kit/ui/field.tsx";
import { ExistingChoice } from "../../../proposals/ui/existing-choice.tsx";
import type { Exception, Queues } from "../../contract.ts";
import { DateFields, WeeklyFields } from "./date-fields.tsx";
import { isRunning } from "./exception-words.ts";
import { HoursFields } from "./hours-fields.tsx";
import { ReasonFields } from "./reason-fields.tsx";
import type { ExceptionState } from "./use-exception.ts";

const OFFICE = "office";
const KINDS = ["closed", "extra"] as const;

interface ExceptionFieldsProps {
  readonly exception: ExceptionState;
  readonly queues: Queues;
  /** null: a new one */
  readonly known: Exception | null;
}

/** Which queue, when, and why. */
export function ExceptionFields({ exception, queues, known }: ExceptionFieldsProps) {
  const { form, change, ruling } = exception;
  const today = queues.now.date;
  return (
    <>
      <QueueField exception={exception} queues={queues} />
      <KindField
        kind={form.kind}
        error={exception.errors.kind}
        onChange={(kind) => change({ kind, ...(kind === "extra" && { hours: "times" }) })}
      />
      <DateFields
        exception={exception}
        earliest={known && isRunning(known, queues.now) ? known.from.slice(0, 10) : today}
      />
      <HoursFields exception={exception} />
      {known === null && <WeeklyFields exception={exception} />}
      <ReasonFields exception={exception} />
      {form.kind === "closed" && <ExistingChoice mode={ruling.mode} onChange={ruling.setMode} />}
    </>
  );
}

function QueueField({ exception: { form, change, errors }, queues }: Omit<ExceptionFieldsProps, "known">) {
  const t = useText();
  const isForAll = form.kind === "extra" && form.queue === null;
  const shown = queues.queues.filter(({ archived, number }) => !archived || number === form.queue);
  return (
    <Field label={t("rules.queue")} hint={isForAll && t("rules.extra-for-all")} error={errors.queue}>
      {(wiring) => (
        <select
          className="input"
          {...wiring}
          value={form.queue ?? OFFICE}
          onChange={({ target }) => change({ queue: target.value === OFFICE ? null : Number(target.value) })}
        >
          <option value={OFFICE}>{t("rules.whole-office")}</option>
          {shown.map(({ number, name, employee }) => (
            <option key={number} value={number}>
              {employee ? t("rules.queue-of", { queue: name, employee: employee.name }) : name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface KindFieldProps {
  readonly kind: "closed" | "extra";
  readonly error: string | undefined;
  readonly onChange: (kind: "closed" | "extra") => void;
}

function KindField({ kind, error, onChange }: KindFieldProps) {
  const t = useText();
  return (
    <Field label={t("rules.kind")} error={error}>
      {(wiring) => (
        <select
          className="input"
          {...wiring}
          value={kind}
          onChange={({ target }) => onChange(target.value === "extra" ? "extra" : "closed")}
        >
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`rules.kind-${each}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
