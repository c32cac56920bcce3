import { longDate } from "../../../kit/dates.ts";
import type { Form } from "../../../kit/form/form.ts";
import { OvertakenNotice } from "../../../kit/form/overtaken-notice.tsx";
import { RestartButton } from "../../../kit/form/restart-button.tsx";
import { useLanguage, useText } from "../../../kit/text.tsx";
import type { Queues } from "../../contract.ts";
import { OFFICE, type REASONS } from "./exception-texts.ts";

const LABEL = {
  queue: "queue",
  kind: "kind",
  date: "date",
  lastDate: "last-date",
  hours: "hours",
  from: "from",
  to: "to",
  reason: "reason",
  reasonText: "reason-text",
} as const;

/** Tells of another head's change meanwhile, with the way to begin anew on it. */
export function ExceptionOvertaken({ form, queues }: { form: Form; queues: Queues }) {
  const t = useText();
  const { language } = useLanguage();
  const nameOf = (queue: string) => queues.queues.find(({ number }) => String(number) === queue)?.name ?? queue;
  const wordsOf = (field: string, text: string): string => {
    if (field === "queue") return text === OFFICE ? t("rules.whole-office") : nameOf(text);
    if (field === "kind") return t(`rules.kind-${text as "closed" | "extra"}`);
    if (field === "date" || field === "lastDate") return text && longDate(text, language);
    if (field === "hours") return t(`rules.hours-${text as "day" | "times"}`);
    return field === "reason" ? t(`plan.reason-${text as (typeof REASONS)[number]}`) : text;
  };
  return (
    <>
      <OvertakenNotice
        form={form}
        labelOf={(field) => t(`rules.${LABEL[field as keyof typeof LABEL]}`)}
        wordsOf={wordsOf}
      />
      {form.overtaken.length > 0 && !form.isFound && (
        <p>
          <RestartButton form={form} />
        </p>
      )}
    </>
  );
}
