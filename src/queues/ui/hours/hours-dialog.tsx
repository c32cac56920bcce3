import { useText } from "../../../kit/text.tsx";
import { Dialog } from "../../../kit/ui/dialog.tsx";
import { RuleChangeDialog } from "../../../proposals/ui/rule-change-dialog.tsx";
import { useRulesChanged } from "../../../proposals/ui/use-rules-changed.ts";
import type { Queue, Queues } from "../../contract.ts";
import { FormFoot } from "../dialogs/form-foot.tsx";
import { rangeOf } from "../week-strip.ts";
import { HoursCopy } from "./hours-copy.tsx";
import { HoursDay } from "./hours-day.tsx";
import { spanOf } from "./hours-draft.ts";
import { HoursSince } from "./hours-since.tsx";
import { type HoursForm, useHoursForm } from "./use-hours-form.ts";

interface HoursDialogProps {
  readonly office: string;
  readonly page: Queues;
  readonly queue: Queue;
  readonly onClose: () => void;
}

/** When a queue serves: several intervals a weekday, for one date, from now on, always or for a season. */
export function HoursDialog({ office, page, queue, onClose }: HoursDialogProps) {
  const t = useText();
  const form = useHoursForm(office, queue, page.now.date);
  const tell = useRulesChanged(office);
  const path = `queues/${queue.number}/hours`;
  return (
    <>
      <Dialog title={t("queues.hours-of", { queue: queue.name })} onClose={onClose}>
        <form noValidate className="queue-form hours" onSubmit={form.submit}>
          <HoursSince form={form} queue={queue} today={page.now.date} />
          <Days form={form} slot={queue.slotMinutes} />
          <HoursCopy form={form} page={page} queue={queue} />
          <FormFoot problem={useProblem(form)} submit={t("queues.hours-save")} onBack={onClose} />
        </form>
      </Dialog>
      {form.asked && (
        <RuleChangeDialog
          {...{ office, path, method: "PUT", proposalPath: `${path}/proposals`, body: form.asked }}
          version={queue.version}
          title={t("queues.hours-of", { queue: queue.name })}
          submitLabel={(count) => t("queues.hours-and", { count })}
          onDone={(changed) => {
            form.forget();
            tell(changed, t("queues.hours-done", { queue: queue.name }));
            onClose();
          }}
          onBack={form.goBack}
        />
      )}
    </>
  );
}

function Days({ form, slot }: { form: HoursForm; slot: number }) {
  const spans = form.days.flatMap((day) => (form.week[day] ?? []).flatMap((times) => spanOf(times) ?? []));
  return (
    <ul className="hours__days">
      {form.days.map((day) => (
        <HoursDay key={day} form={form} day={day} slot={slot} range={rangeOf(spans)} />
      ))}
    </ul>
  );
}

function useProblem({ errors, isUnchanged }: HoursForm): string | null {
  const t = useText();
  const count = Object.keys(errors).length;
  if (count > 0) return t("shell.faultyFields", { count });
  return isUnchanged ? t("queues.hours-unchanged") : null;
}
