import { type FormEvent, useState } from "react";
import { flushSync } from "react-dom";
import { shortDate } from "../../../kit/dates.ts";
import { fieldFaults } from "../../../kit/failure.ts";
import { useKeptTyping } from "../../../kit/kept-typing.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { DateField } from "../../../kit/ui/date-field.tsx";
import { Dialog } from "../../../kit/ui/dialog.tsx";
import type { Queue, Queues } from "../../contract.ts";
import { useRule } from "../use-rule.ts";
import { EmployeeField } from "./employee-field.tsx";
import { faultWords, problemBesideFields } from "./failure-words.ts";
import { focusFault } from "./focus-fault.ts";
import { FormFoot } from "./form-foot.tsx";

interface SubstituteDialogProps {
  readonly office: string;
  readonly page: Queues;
  readonly queue: Queue;
  readonly onClose: () => void;
}

/** Somebody else serves the queue for one day; nobody chosen: its own employee does. */
export function SubstituteDialog({ office, page, queue, onClose }: SubstituteDialogProps) {
  const t = useText();
  const { language } = useLanguage();
  const { draft, change, forget } = useKeptTyping(`substitute ${office} ${queue.number}`, () => ({
    date: page.now.date,
    employee: "",
  }));
  const [isTried, setIsTried] = useState(false);
  const rule = useRule(office, () => {
    forget();
    onClose();
  });
  const faults = draft.date === "" ? [{ field: "date", code: "date-required" }] : [];
  const errors: Readonly<Record<string, string>> = {
    ...fieldFaults(rule.error),
    ...(isTried && faultWords(faults, language)),
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    flushSync(() => setIsTried(true));
    if (faults.length > 0) return focusFault(form);
    if (rule.isPending) return;
    const name = page.employees.find(({ id }) => String(id) === draft.employee)?.name;
    const words = { queue: queue.name, date: shortDate(draft.date, language), name: name ?? t("queues.as-ever") };
    rule.mutate({
      ...{ method: "POST", path: `queues/${queue.number}/substitution`, version: queue.version },
      body: { date: draft.date, employee: draft.employee ? Number(draft.employee) : null },
      done: t("queues.substituted", words),
    });
  };
  return (
    <Dialog title={t("queues.substitute-of", { queue: queue.name })} onClose={onClose}>
      <form noValidate className="queue-form" onSubmit={submit}>
        <DateField
          label={t("queues.date")}
          min={page.now.date}
          value={draft.date}
          error={errors.date}
          isFirst
          onChange={(date) => change({ date })}
        />
        <EmployeeField
          page={page}
          label={t("queues.serves-then")}
          none={queue.employee ? t("queues.own-employee", { name: queue.employee.name }) : t("queues.no-employee")}
          value={draft.employee}
          error={errors.employee}
          onChange={(employee) => change({ employee })}
        />
        <FormFoot
          problem={problemBesideFields(rule.error, t)}
          submit={t("queues.substitute-save")}
          isSaving={rule.isPending}
          onBack={onClose}
        />
      </form>
    </Dialog>
  );
}
