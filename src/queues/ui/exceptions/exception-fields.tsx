import type { Form } from "../../../kit/form/form.ts";
import { Radios, SelectInput, TextInput } from "../../../kit/form/inputs.tsx";
import { useText } from "../../../kit/text.tsx";
import { ExistingChoice } from "../../../proposals/ui/existing-choice.tsx";
import type { Exception, Queues } from "../../contract.ts";
import { OFFICE, reasonsFor } from "./exception-texts.ts";
import { followingOf, isRunning } from "./exception-words.ts";
import type { ExceptionState } from "./use-exception.ts";
import { DateFields, HoursFields, WeeklyFields } from "./when-fields.tsx";

const KINDS = ["closed", "extra"] as const;

interface ExceptionFieldsProps {
  readonly office: string;
  readonly exception: ExceptionState;
  readonly queues: Queues;
  /** null: a new one */
  readonly known: Exception | null;
}

/** Which queue, when, and why. */
export function ExceptionFields({ office, exception, queues, known }: ExceptionFieldsProps) {
  const t = useText();
  const { form, ruling } = exception;
  const earliest = known && isRunning(known, queues.now) ? known.from.slice(0, 10) : queues.now.date;
  return (
    <>
      {known?.series && <SeriesField form={form} count={followingOf(known, queues.exceptions)} />}
      <QueueField form={form} queues={queues} />
      <SelectInput
        form={form}
        field="kind"
        label={t("rules.kind")}
        options={KINDS.map((kind) => [kind, t(`rules.kind-${kind}`)])}
      />
      <DateFields form={form} earliest={earliest} office={office} />
      <HoursFields exception={exception} />
      {known === null && <WeeklyFields form={form} earliest={earliest} />}
      <ReasonFields form={form} />
      {form.values.kind === "closed" && <ExistingChoice closes="time" mode={ruling.mode} onChange={ruling.setMode} />}
    </>
  );
}

/** Of a series: only this one, or those after it too. */
function SeriesField({ form, count }: { form: Form; count: number }) {
  const t = useText();
  if (count === 0 && form.values.scope === "one") return <p className="note">{t("rules.last-of-series")}</p>;
  return (
    <Radios
      form={form}
      field="scope"
      legend={t("rules.scope")}
      hint={t("rules.scope-hint")}
      options={[
        ["one", t("rules.scope-one")],
        ["following", t("rules.scope-following", { count })],
      ]}
      isList
      isFirst
    />
  );
}

function QueueField({ form, queues }: { form: Form; queues: Queues }) {
  const t = useText();
  const { kind, queue } = form.values;
  const isForAll = kind === "extra" && queue === OFFICE;
  const shown = queues.queues.filter(({ archived, number }) => !archived || String(number) === queue);
  return (
    <SelectInput
      form={form}
      field="queue"
      label={t("rules.queue")}
      hint={isForAll && t("rules.extra-for-all")}
      options={[
        [OFFICE, t("rules.whole-office")],
        ...shown.map(
          ({ number, name, employee }) =>
            [String(number), employee ? t("rules.queue-of", { queue: name, employee: employee.name }) : name] as const,
        ),
      ]}
    />
  );
}

/** Why, from a list, or in own words. */
function ReasonFields({ form }: { form: Form }) {
  const t = useText();
  return (
    <>
      <SelectInput
        form={form}
        field="reason"
        label={t("rules.reason")}
        hint={t("rules.reason-hint")}
        options={reasonsFor(form.values).map((reason) => [reason, t(`plan.reason-${reason}`)])}
      />
      {form.values.reason === "other" && (
        <TextInput form={form} field="reasonText" label={t("rules.reason-text")} isOptional />
      )}
    </>
  );
}
