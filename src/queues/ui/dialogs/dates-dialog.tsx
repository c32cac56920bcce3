import { useState } from "react";
import { FormDialog } from "../../../kit/form/form-dialog.tsx";
import { DateInput, Radios } from "../../../kit/form/inputs.tsx";
import { OvertakenNotice } from "../../../kit/form/overtaken-notice.tsx";
import type { Texts } from "../../../kit/form/typing.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import type { DrawCalendar } from "../../../kit/ui/calendar-button.tsx";
import type { FieldError } from "../../../platform/refusal.ts";
import type { Queue, Queues } from "../../contract.ts";
import { rangeErrors } from "../../rules.ts";
import { TakenCalendar } from "../taken-calendar.tsx";
import { datesWords } from "../weekday-name.ts";
import { FormChange } from "./form-change.tsx";
import { useRuleForm } from "./use-rule-form.ts";

interface DatesDialogProps {
  readonly office: string;
  readonly page: Queues;
  readonly queue: Queue;
  readonly onClose: () => void;
}

const STATES = ["inactive", "active"] as const;

/** Active or not, on some dates only (circular §Γ: «σύμφωνα με το διαθέσιμο προσωπικό της υπηρεσίας»). */
export function DatesDialog({ office, page, queue, onClose }: DatesDialogProps) {
  const t = useText();
  const { language } = useLanguage();
  const { date: today } = page.now;
  const [isRuling, setIsRuling] = useState(false);
  const stateOf = (isActive: boolean) => t(isActive ? "queues.active" : "queues.inactive");
  const form = useRuleForm({
    office,
    name: `dates ${queue.number}`,
    begins: { state: queue.active ? "inactive" : "active", from: today, to: today },
    of: {
      queue,
      read: ({ active, activity }) => ({
        activity: [
          stateOf(active),
          ...activity.map(({ from, to, active }) => `${stateOf(active)} ${datesWords(from, to, language)}`),
        ].join(", "),
      }),
    },
    restsOnAll: true,
    faults: (values) => faultsOf(values, today),
    request: ({ values: { from, to } }) => ({
      method: "POST",
      path: `queues/${queue.number}/activation`,
      body: { from, to },
    }),
    done: ({ state, from = "", to = "" }) =>
      `${queue.name}: ${stateOf(state === "active")} ${datesWords(from, to, language)}`,
    onDone: onClose,
  });
  const { state, from, to } = form.values;
  const calendar: DrawCalendar | undefined =
    state === "inactive" ? (props) => <TakenCalendar {...props} office={office} queue={queue.number} /> : undefined;
  return (
    <>
      {isRuling && (
        <FormChange
          form={form}
          office={office}
          method="POST"
          path={`queues/${queue.number}/deactivation`}
          body={{ from, to }}
          closes="time"
          title={t("queues.deactivation-of", { queue: queue.name })}
          submitLabel={(count) => t("queues.deactivation-and", { count })}
          onBack={() => setIsRuling(false)}
        />
      )}
      <FormDialog
        form={form}
        title={t("queues.dates-of", { queue: queue.name })}
        submit={t(state === "active" ? "queues.dates-activate" : "queues.dates-deactivate")}
        back={t("queues.back")}
        onSubmit={() => (state === "active" ? form.submit() : setIsRuling(form.isReady()))}
        onClose={onClose}
      >
        <Radios
          form={form}
          field="state"
          legend={t("queues.dates-state")}
          options={STATES.map((each) => [each, t(`queues.${each}`)] as const)}
          isFirst
        />
        <div className="queue-form__pair">
          <DateInput form={form} field="from" label={t("queues.from")} min={today} calendar={calendar} />
          <DateInput form={form} field="to" label={t("queues.to")} min={today} calendar={calendar} />
        </div>
        <OvertakenNotice form={form} labelOf={() => queue.name} wordsOf={(_, text) => text} />
      </FormDialog>
    </>
  );
}

function faultsOf({ from = "", to = "" }: Texts, today: string): FieldError[] {
  const missing = Object.entries({ from, to }).filter(([, date]) => date === "");
  if (missing.length > 0) return missing.map(([field]) => ({ field, code: "date-required" }));
  return rangeErrors(from, to, today);
}
