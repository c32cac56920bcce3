import { useText } from "../../../kit/text.tsx";
import { Dialog } from "../../../kit/ui/dialog.tsx";
import { Field } from "../../../kit/ui/field.tsx";
import { Switch } from "../../../kit/ui/switch.tsx";
import type { Queue, Queues } from "../../contract.ts";
import { EmployeeField } from "./employee-field.tsx";
import { FormFoot } from "./form-foot.tsx";
import { type QueueForm, useQueueForm } from "./use-queue-form.ts";

interface QueueDialogProps {
  readonly office: string;
  readonly page: Queues;
  /** Left out: a new one */
  readonly queue?: Queue;
  readonly startsAt?: "name" | "employee";
  readonly onClose: () => void;
}

/** A new queue, or what is said of one: its name, whose it is, how long a visit is. */
export function QueueDialog({ office, page, queue, startsAt = "name", onClose }: QueueDialogProps) {
  const t = useText();
  const form = useQueueForm(office, page, queue, onClose);
  const { shown, errors, change } = form;
  const title = queue ? t("queues.edit-of", { queue: queue.name }) : t("queues.new");
  return (
    <Dialog title={title} onClose={onClose}>
      <form noValidate className="queue-form" onSubmit={form.submit}>
        <Field label={t("queues.column-name")} error={errors.name}>
          {(wiring) => (
            <input
              className="in"
              autoComplete="off"
              {...wiring}
              data-autofocus={startsAt === "name" || undefined}
              value={shown.name}
              onChange={({ target }) => change("name", target.value)}
            />
          )}
        </Field>
        <EmployeeField
          page={page}
          label={t("queues.column-employee_id")}
          none={t("queues.no-employee")}
          value={shown.employee}
          error={errors.employee}
          isFirst={startsAt === "employee"}
          onChange={(employee) => change("employee", employee)}
        />
        <Field label={t("queues.column-slot_minutes")} error={errors.slotMinutes} hint={t("queues.minutes-hint")}>
          {(wiring) => (
            <input
              className="in queue-form__minutes"
              inputMode="numeric"
              autoComplete="off"
              {...wiring}
              value={shown.minutes}
              onChange={({ target }) => change("minutes", target.value)}
            />
          )}
        </Field>
        {queue ? <Publicity queue={queue} page={page} /> : <p className="hint">{t("queues.new-hint")}</p>}
        <Overtaken form={form} page={page} />
        <FormFoot
          problem={form.problem}
          submit={t(queue ? "queues.save" : "queues.add")}
          isSaving={form.isSaving}
          onBack={onClose}
        />
      </form>
    </Dialog>
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

/** What somebody else made of the very fields that are being changed. */
function Overtaken({ form: { overtaken }, page }: { form: QueueForm; page: Queues }) {
  const t = useText();
  const words = {
    name: (text: string) => text,
    employee: (id: string) => page.employees.find((each) => String(each.id) === id)?.name ?? t("queues.no-employee"),
    minutes: (minutes: string) => t("queues.minutes-value", { minutes }),
  };
  if (overtaken.length === 0) return null;
  return (
    <div className="note note--warn" role="alert">
      {overtaken.map(({ field, theirs, mine }) => (
        <p key={field}>
          {t("queues.overtaken", {
            field: t(`queues.column-${COLUMN[field]}`),
            theirs: words[field](theirs),
            mine: words[field](mine),
          })}
        </p>
      ))}
      <p>{t("queues.overtaken-means")}</p>
    </div>
  );
}

const COLUMN = { name: "name", employee: "employee_id", minutes: "slot_minutes" } as const;
