import { type FormEvent, useState } from "react";
import { flushSync } from "react-dom";
import { ApiProblem } from "../../web/api.ts";
import { useKeptTyping } from "../../web/kept-typing.ts";
import { useLanguage, useText } from "../../web/text.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { Field } from "../../web/ui/field.tsx";
import { Switch } from "../../web/ui/switch.tsx";
import type { Queue, Queues } from "../contract.ts";
import { EmployeeField } from "./employee-field.tsx";
import { faultWords, fieldFaults, sentenceOf } from "./failure-words.ts";
import { focusFault } from "./focus-fault.ts";
import { FormFoot } from "./form-foot.tsx";
import { blankQueue, draftOf, type QueueDraft, queueFaults, queueRequest } from "./queue-draft.ts";
import { useRule } from "./use-rule.ts";

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
  const form = useQueueForm({ office, page, queue, onClose });
  const { draft, errors, change } = form;
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
              value={draft.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </Field>
        <EmployeeField
          page={page}
          label={t("queues.column-employee_id")}
          none={t("queues.no-employee")}
          value={draft.employee}
          error={errors.employee}
          isFirst={startsAt === "employee"}
          onChange={(employee) => change({ employee })}
        />
        <Field label={t("queues.column-slot_minutes")} error={errors.slotMinutes} hint={t("queues.minutes-hint")}>
          {(wiring) => (
            <input
              className="in queue-form__minutes"
              inputMode="numeric"
              autoComplete="off"
              {...wiring}
              value={draft.minutes}
              onChange={({ target }) => change({ minutes: target.value })}
            />
          )}
        </Field>
        {queue ? <Publicity queue={queue} page={page} /> : <p className="hint">{t("queues.new-hint")}</p>}
        {form.current && <p className="note note--warn">{form.current}</p>}
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

function useQueueForm({ office, page, queue, onClose }: QueueDialogProps) {
  const t = useText();
  const { language } = useLanguage();
  const name = `queue ${office} ${queue?.number ?? "new"}`;
  const { draft, change, forget } = useKeptTyping<QueueDraft>(name, () =>
    queue ? draftOf(queue) : blankQueue(t("queues.usual-name", { number: page.queues.length + 1 })),
  );
  const [isTried, setIsTried] = useState(false);
  const rule = useRule(office, () => {
    forget();
    onClose();
  });
  const faults = queueFaults(draft);
  const current = currentOf(rule.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (rule.isPending) return;
    flushSync(() => setIsTried(true));
    if (faults.length > 0) return focusFault(form);
    // Who saves again has seen what others made of it.
    const version = current?.version ?? draft.version;
    const words = { queue: draft.name.trim() };
    rule.mutate({
      ...(queue ? { method: "PATCH", path: `queues/${queue.number}` } : { method: "POST", path: "queues" }),
      ...(version !== null && { version }),
      body: queueRequest(draft, queue),
      done: t(queue ? "queues.saved" : "queues.added", words),
    });
  };
  return {
    ...{ draft, submit },
    change: (next: Partial<QueueDraft>) => {
      if (!current) rule.reset();
      change(next);
    },
    errors: { ...fieldFaults(rule.error), ...(isTried && faultWords(faults, language)) } as Record<string, string>,
    problem: sentenceOf(rule.error, t),
    isSaving: rule.isPending,
    current:
      current && t("queues.stands-now", { ...current, employee: current.employee?.name ?? t("queues.no-employee") }),
  };
}

/** As somebody else left it meanwhile. */
const currentOf = (error: Error | null): Queue | null =>
  error instanceof ApiProblem && error.problem.code === "version-stale"
    ? ((error.problem.current as Queue | undefined) ?? null)
    : null;
