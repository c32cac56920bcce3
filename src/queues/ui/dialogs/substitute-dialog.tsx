import { shortDate } from "../../../kit/dates.ts";
import { FormDialog } from "../../../kit/form/form-dialog.tsx";
import { DateInput } from "../../../kit/form/inputs.tsx";
import { OvertakenNotice } from "../../../kit/form/overtaken-notice.tsx";
import type { Texts } from "../../../kit/form/typing.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import type { FieldError } from "../../../platform/refusal.ts";
import type { Queue, Queues } from "../../contract.ts";
import { EmployeeField } from "./employee-field.tsx";
import { employeeOf } from "./queue-texts.ts";
import { useRuleForm } from "./use-rule-form.ts";

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
  const dayOf = (date: string) => shortDate(date, language);
  const form = useRuleForm({
    office,
    name: `substitute ${queue.number}`,
    begins: { date: page.now.date, employee: "" },
    of: {
      queue,
      read: ({ substitutes }) => ({
        substitutes: substitutes.map(({ date, employee: { name } }) => `${dayOf(date)}: ${name}`).join(", "),
      }),
    },
    restsOnAll: true,
    faults: dateFaults,
    request: ({ values: { date, employee } }) => ({
      method: "POST",
      path: `queues/${queue.number}/substitution`,
      body: { date, employee: employeeOf(employee) },
    }),
    done: ({ date = "", employee }) => {
      const name = page.employees.find(({ id }) => id === employeeOf(employee))?.name ?? t("queues.as-ever");
      return t("queues.substituted", { queue: queue.name, date: dayOf(date), name });
    },
    onDone: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={t("queues.substitute-of", { queue: queue.name })}
      submit={t("queues.substitute-save")}
      back={t("queues.back")}
      onClose={onClose}
    >
      <DateInput form={form} field="date" label={t("queues.date")} min={page.now.date} isFirst />
      <EmployeeField
        form={form}
        page={page}
        label={t("queues.serves-then")}
        none={queue.employee ? t("queues.own-employee", { name: queue.employee.name }) : t("queues.no-employee")}
      />
      <OvertakenNotice
        form={form}
        labelOf={() => t("queues.act-substitute")}
        wordsOf={(_, text) => text || t("queues.as-ever")}
      />
    </FormDialog>
  );
}

const dateFaults = ({ date }: Texts): FieldError[] => (date === "" ? [{ field: "date", code: "date-required" }] : []);
