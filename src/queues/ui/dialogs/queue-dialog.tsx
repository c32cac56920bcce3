import type { Form } from "../../../kit/form/form.ts";
import { FormDialog } from "../../../kit/form/form-dialog.tsx";
import { SelectInput, TextInput } from "../../../kit/form/inputs.tsx";
import { OvertakenNotice } from "../../../kit/form/overtaken-notice.tsx";
import { useText } from "../../../kit/text.tsx";
import { Switch } from "../../../kit/ui/switch.tsx";
import type { Text } from "../../../text/text.ts";
import { COUNTER_ARROWS, type Queue, type Queues } from "../../contract.ts";
import { EmployeeField } from "./employee-field.tsx";
import { queueChangesIn, queueFaults, textsOf } from "./queue-texts.ts";
import { useRuleForm } from "./use-rule-form.ts";

interface QueueDialogProps {
  readonly office: string;
  readonly page: Queues;
  readonly queue: Queue;
  readonly startsAt?: "name" | "employee";
  readonly onClose: () => void;
}

/** What is said of a queue: its name, whose it is, how long a visit is, where its counter is. */
export function QueueDialog({ office, page, queue, startsAt = "name", onClose }: QueueDialogProps) {
  const t = useText();
  const form = useRuleForm({
    office,
    name: `queue ${queue.number}`,
    of: { queue, read: textsOf },
    begins: {},
    faults: queueFaults,
    request: ({ texts }) => ({ method: "PATCH", path: `queues/${queue.number}`, body: queueChangesIn(texts) }),
    done: ({ name = "" }) => t("queues.saved", { queue: name.trim() }),
    onDone: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={t("queues.edit-of", { queue: queue.name })}
      submit={t("queues.save")}
      back={t("queues.back")}
      onClose={onClose}
    >
      <TextInput form={form} field="name" label={t("queues.column-name")} isFirst={startsAt === "name"} />
      <EmployeeField
        form={form}
        page={page}
        label={t("queues.column-employee_id")}
        none={t("queues.no-employee")}
        isFirst={startsAt === "employee"}
      />
      <div className="queue-form__minutes">
        <TextInput
          form={form}
          field="slotMinutes"
          inputMode="numeric"
          label={t("queues.column-slot_minutes")}
          hint={t("queues.minutes-hint")}
        />
      </div>
      <SelectInput
        form={form}
        field="arrow"
        label={t("queues.column-arrow")}
        hint={t("queues.arrow-hint")}
        options={["", ...COUNTER_ARROWS].map((arrow) => [arrow, arrowWords(arrow, t)])}
      />
      <Publicity queue={queue} page={page} />
      <Overtaken form={form} page={page} />
    </FormDialog>
  );
}

/** Hidden until the ministry opens booking to citizens (circular §Γ: «σε επόμενη έκδοση»). */
function Publicity({ queue, page }: { queue: Queue; page: Queues }) {
  const t = useText();
  if (page.publicBooking) return null;
  return (
    <div>
      <Switch
        isOn={queue.public}
        word={t(queue.public ? "queues.public" : "queues.hidden")}
        of={queue.name}
        whyNot={t("problem.public-booking-closed")}
        onChange={() => {}}
      />
    </div>
  );
}

/** @param text as the form holds it: "" is none */
const arrowWords = (text: string, t: Text): string =>
  t(`queues.arrow-${COUNTER_ARROWS.find((arrow) => arrow === text) ?? "none"}`);

const COLUMN = { name: "name", employee: "employee_id", slotMinutes: "slot_minutes", arrow: "arrow" } as const;

function Overtaken({ form, page }: { form: Form; page: Queues }) {
  const t = useText();
  const wordsOf = (field: string, text: string): string => {
    if (field === "slotMinutes") return t("queues.minutes-value", { minutes: text });
    if (field === "name") return text;
    if (field === "arrow") return arrowWords(text, t);
    return page.employees.find(({ id }) => String(id) === text)?.name ?? t("queues.no-employee");
  };
  return (
    <OvertakenNotice
      form={form}
      labelOf={(field) => t(`queues.column-${COLUMN[field as keyof typeof COLUMN]}`)}
      wordsOf={wordsOf}
    />
  );
}
