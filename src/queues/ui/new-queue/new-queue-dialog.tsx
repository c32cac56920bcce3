import { longDate } from "../../../kit/dates.ts";
import type { Form } from "../../../kit/form/form.ts";
import { FormDialog } from "../../../kit/form/form-dialog.tsx";
import { DateInput, Radios, TextInput } from "../../../kit/form/inputs.tsx";
import { useLanguage, useText } from "../../../kit/text.tsx";
import type { Queues } from "../../contract.ts";
import { EmployeeField } from "../dialogs/employee-field.tsx";
import { useRuleForm } from "../dialogs/use-rule-form.ts";
import { newTimes } from "./new-queue-effect.ts";
import { newQueueFaults, newQueueRequestOf, newQueueTexts, STARTS } from "./new-queue-texts.ts";
import { NewQueueWeek } from "./new-queue-week.tsx";
import "./new-queue.css";

interface NewQueueDialogProps {
  readonly office: string;
  readonly page: Queues;
  readonly onClose: () => void;
}

/** A new queue in one step: whose it is, when it serves, from when on; what that opens is said before it is done. */
export function NewQueueDialog({ office, page, onClose }: NewQueueDialogProps) {
  const t = useText();
  const { language } = useLanguage();
  const today = page.now.date;
  const form = useRuleForm({
    office,
    name: "queue new",
    begins: newQueueTexts(page, t("queues.usual-name", { number: page.queues.length + 1 })),
    faults: (values) => newQueueFaults(values, today),
    request: ({ values }) => ({ method: "POST", path: "queues", body: newQueueRequestOf(values, today) }),
    done: ({ name = "" }) => t("queues.added", { queue: name.trim() }),
    onDone: onClose,
  });
  const { start, from = "" } = form.values;
  const isDated = start === "date" && from !== "";
  return (
    <FormDialog
      form={form}
      title={t("queues.new")}
      submit={isDated ? t("queues.add-from", { date: longDate(from, language) }) : t(`queues.add-${start as "now"}`)}
      back={t("queues.back")}
      effect={<Effect form={form} page={page} />}
      isWide
      onClose={onClose}
    >
      <p className="hint">{t("queues.new-hint")}</p>
      <div className="new-queue">
        <div className="new-queue__facts">
          <EmployeeField
            form={form}
            page={page}
            label={t("queues.column-employee_id")}
            none={t("queues.no-employee")}
            isFirst
          />
          <div className="new-queue__pair">
            <TextInput form={form} field="name" label={t("queues.column-name")} />
            <TextInput form={form} field="slotMinutes" inputMode="numeric" label={t("queues.column-slot_minutes")} />
          </div>
          <Radios
            form={form}
            field="start"
            legend={t("queues.start")}
            options={STARTS.map((each) => [each, t(`queues.start-${each}`)] as const)}
            isList
          />
          {start === "date" && <DateInput form={form} field="from" label={t("queues.from")} min={today} />}
          {page.publicBooking && <PublicCheck form={form} />}
        </div>
        <NewQueueWeek form={form} page={page} />
      </div>
    </FormDialog>
  );
}

/** Only a queue that serves can be shown to citizens. */
function PublicCheck({ form }: { form: Form }) {
  const t = useText();
  const isOff = form.values.start === "off";
  return (
    <label className="check">
      <input
        type="checkbox"
        name="public"
        disabled={isOff}
        checked={!isOff && form.values.public !== ""}
        onChange={({ target }) => form.change("public", target.checked ? "yes" : "")}
      />
      <span>{t("queues.new-public")}</span>
    </label>
  );
}

function Effect({ form, page }: { form: Form; page: Queues }) {
  const t = useText();
  if (form.values.start === "off") return t("queues.effect-off");
  const { today, week, eachDay } = newTimes(form.values, page);
  if (week === 0) return t("queues.effect-no-hours");
  const later =
    eachDay === null ? t("queues.effect-week", { count: week }) : t("queues.effect-day", { count: eachDay });
  return (
    <>
      <b>
        {form.values.start === "now"
          ? t("queues.effect-today", { count: today, later })
          : t("queues.effect-from", { later })}
      </b>{" "}
      {t("queues.effect-nobody")}
    </>
  );
}
