import { type FormEvent, useState } from "react";
import { flushSync } from "react-dom";
import { fieldFaults } from "../../../kit/failure.ts";
import { useKeptTyping } from "../../../kit/kept-typing.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { DateField } from "../../../kit/ui/date-field.tsx";
import { Dialog } from "../../../kit/ui/dialog.tsx";
import { RuleChangeDialog } from "../../../proposals/ui/rule-change-dialog.tsx";
import { useRulesChanged } from "../../../proposals/ui/use-rules-changed.ts";
import type { Queue, Queues } from "../../contract.ts";
import { rangeErrors } from "../../rules.ts";
import { useRule } from "../use-rule.ts";
import { datesWords } from "../weekday-name.ts";
import { faultWords, problemBesideFields } from "./failure-words.ts";
import { focusFault } from "./focus-fault.ts";
import { FormFoot } from "./form-foot.tsx";
import { RadioGroup } from "./radio-group.tsx";

interface DatesDialogProps {
  readonly office: string;
  readonly page: Queues;
  readonly queue: Queue;
  readonly onClose: () => void;
}

const STATES = ["inactive", "active"] as const;
type State = (typeof STATES)[number];

/** Active or not, on some dates only (circular §Γ: «σύμφωνα με το διαθέσιμο προσωπικό της υπηρεσίας»). */
export function DatesDialog({ office, page, queue, onClose }: DatesDialogProps) {
  const t = useText();
  const { language } = useLanguage();
  const { date: today } = page.now;
  const { draft, change, forget } = useKeptTyping(`dates ${office} ${queue.number}`, () => ({
    ...{ state: (queue.active ? "inactive" : "active") as State, from: today, to: today },
  }));
  const [isTried, setIsTried] = useState(false);
  const [isRuling, setIsRuling] = useState(false);
  const close = () => {
    forget();
    onClose();
  };
  const tell = useRulesChanged(office);
  const rule = useRule(office, close);
  const { state, from, to } = draft;
  const faults = faultsOf(from, to, today);
  const errors: Readonly<Record<string, string>> = {
    ...fieldFaults(rule.error),
    ...(isTried && faultWords(faults, language)),
  };
  const path = `queues/${queue.number}/${state === "active" ? "activation" : "deactivation"}`;
  const done = `${queue.name}: ${t(`queues.${state}`)} ${from && to ? datesWords(from, to, language) : ""}`;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    flushSync(() => setIsTried(true));
    if (faults.length > 0) return focusFault(form);
    if (state === "inactive") setIsRuling(true);
    else if (!rule.isPending) rule.mutate({ method: "POST", path, body: { from, to }, version: queue.version, done });
  };
  const dateField = (field: "from" | "to") => (
    <DateField
      label={t(`queues.${field}`)}
      min={today}
      value={draft[field]}
      error={errors[field]}
      onChange={(date) => change({ [field]: date })}
    />
  );
  return (
    <>
      <Dialog title={t("queues.dates-of", { queue: queue.name })} onClose={onClose}>
        <form noValidate className="queue-form" onSubmit={submit}>
          <RadioGroup
            legend={t("queues.dates-state")}
            options={STATES.map((each) => [each, t(`queues.${each}`)] as const)}
            value={state}
            onChange={(next) => change({ state: next })}
          />
          <div className="queue-form__pair">
            {dateField("from")}
            {dateField("to")}
          </div>
          <FormFoot
            problem={problemBesideFields(rule.error, t)}
            submit={t(state === "active" ? "queues.dates-activate" : "queues.dates-deactivate")}
            isSaving={rule.isPending}
            onBack={onClose}
          />
        </form>
      </Dialog>
      {isRuling && (
        <RuleChangeDialog
          {...{ office, path, method: "POST", proposalPath: `${path}/proposals`, body: { from, to } }}
          version={queue.version}
          title={t("queues.deactivation-of", { queue: queue.name })}
          submitLabel={(count) => t("queues.deactivation-and", { count })}
          onDone={(changed) => {
            tell(changed, done);
            close();
          }}
          onBack={() => setIsRuling(false)}
        />
      )}
    </>
  );
}

function faultsOf(from: string, to: string, today: string) {
  const missing = Object.entries({ from, to }).filter(([, date]) => date === "");
  if (missing.length > 0) return missing.map(([field]) => ({ field, code: "date-required" }));
  return rangeErrors(from, to, today);
}
