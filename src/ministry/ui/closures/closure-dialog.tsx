import { daysInWords } from "../../../kit/dates.ts";
import type { Form } from "../../../kit/form/form.ts";
import { DateInput, TextInput, TimeInput } from "../../../kit/form/inputs.tsx";
import { useLanguage, useNumbers, useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { DrawCalendar } from "../../../kit/ui/calendar-button.tsx";
import { Field } from "../../../kit/ui/field.tsx";
import type { Closure, Closures } from "../../contract.ts";
import { checkClosure, deleteClosure, sendClosure } from "../acts.ts";
import { RulingDialog } from "../ruling-dialog.tsx";
import { useConsequence } from "../use-consequence.ts";
import { useContraryAct } from "../use-contrary-act.ts";
import type { Ruling } from "../use-ruling-form.ts";
import { ClosingCalendar } from "./closing-calendar.tsx";
import { closureRequestOf, closureTexts, closureTimeIn, emptyClosure, stateOf } from "./closure-texts.ts";

interface ClosureDialogProps {
  readonly data: Closures;
  readonly changed: Closure | null;
  readonly onClose: () => void;
}

/** New, or another one in the place of one there is. */
export function ClosureDialog({ data, changed, onClose }: ClosureDialogProps) {
  const t = useText();
  const n = useNumbers();
  const { language } = useLanguage();
  const toasts = useToasts();
  const takeBack = useContraryAct();
  const consequence = useConsequence();
  const isRunning = changed !== null && stateOf(changed, data.now) === "running";
  const ruling: Ruling = {
    name: `closure ${changed?.id ?? "new"}`,
    begins: changed ? closureTexts(changed) : emptyClosure(data.now.date),
    required: ["from", "reason"],
    check: (values) => checkClosure(closureRequestOf(values), changed?.id ?? null),
    send: ({ values, keyOf }) => sendClosure(closureRequestOf(values), changed?.id ?? null, keyOf(values)),
    consequence: (preview, values) => consequence.ofClosure(preview, closureTimeIn(values)),
    done: ({ id }, { values: { reason = "" } }) => {
      const text = t(changed ? "ministry.closure-changed" : "ministry.closure-added", { reason });
      toasts.show({ text, ...(!changed && takeBack("closure-added", () => deleteClosure(id))) });
      onClose();
    },
  };
  return (
    <RulingDialog
      title={t(changed ? "ministry.closure-change" : "ministry.closure-new")}
      ruling={ruling}
      onClose={onClose}
      fields={(form) => <ClosureFields form={form} data={data} isRunning={isRunning} />}
      submitLabel={({ offices }, { from = "", to }) =>
        t("ministry.closure-submit", { n: n(offices), days: daysInWords(from, to || from, language) })
      }
    />
  );
}

interface ClosureFieldsProps {
  readonly form: Form;
  readonly data: Closures;
  readonly isRunning: boolean;
}

function ClosureFields({ form, data, isRunning }: ClosureFieldsProps) {
  const t = useText();
  const { region } = form.values;
  const calendar: DrawCalendar | undefined = region
    ? (props) => <ClosingCalendar {...props} region={region} />
    : undefined;
  return (
    <>
      <RegionField form={form} data={data} />
      <div className="ministry__pair">
        <DateInput form={form} field="from" label={t("ministry.from")} calendar={calendar} />
        <TimeInput form={form} field="fromTime" label={t("ministry.from-time")} isOptional />
        <DateInput
          form={form}
          field="to"
          label={t("ministry.to")}
          hint={t("ministry.to-hint")}
          calendar={calendar}
          isOptional
        />
        <TimeInput form={form} field="toTime" label={t("ministry.to-time")} isOptional />
      </div>
      <p className="hint">{t(isRunning ? "ministry.running-hint" : "ministry.time-hint")}</p>
      <TextInput
        form={form}
        field="reason"
        label={t("ministry.closure-reason")}
        hint={t("ministry.closure-reason-hint")}
      />
    </>
  );
}

function RegionField({ form, data }: { form: Form; data: Closures }) {
  const t = useText();
  const n = useNumbers();
  return (
    <Field label={t("ministry.closure-where")} error={form.errors.region}>
      {(wiring) => (
        <select
          className="input"
          {...wiring}
          value={form.values.region}
          onChange={({ target }) => form.change("region", target.value)}
        >
          <option value="">{t("ministry.all-offices-count", { n: n(data.offices) })}</option>
          {data.regions.map(({ name, offices }) => (
            <option key={name} value={name}>
              {t("ministry.region-count", { region: name, n: n(offices) })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
