import { useState } from "react";
import { useText } from "../../../kit/text.tsx";
import type { HoursRequest, Queue } from "../../contract.ts";
import { type RuleForm, useRuleForm } from "../dialogs/use-rule-form.ts";
import { faultsOf, type HoursDraft, requestOf, shownDays, shownWeek } from "./hours-draft.ts";
import { dayField, draftIn, newHours, standingTexts, weekTexts } from "./hours-texts.ts";
import type { OpeningTimes, Week } from "./hours-week.ts";

export interface HoursForm {
  readonly form: RuleForm;
  readonly draft: HoursDraft;
  readonly days: readonly number[];
  readonly week: Week;
  /** Saving was tried, and there is nothing to save */
  readonly isUnchanged: boolean;
  readonly path: string;
  /** What is asked of the server now; null: still typing */
  readonly asked: HoursRequest | null;
  setDay(day: number, times: readonly OpeningTimes[]): void;
  setWeek(edits: Week): void;
  submit(): void;
  goBack(): void;
}

interface HoursOf {
  readonly office: string;
  readonly queue: Queue;
  readonly today: string;
  readonly onDone: () => void;
}

export function useHoursForm({ office, queue, today, onDone }: HoursOf): HoursForm {
  const t = useText();
  const [asked, setAsked] = useState<HoursRequest | null>(null);
  const [triedFor, setTriedFor] = useState<string | null>(null);
  const path = `queues/${queue.number}/hours`;
  const form = useRuleForm({
    office,
    name: `hours ${queue.number}`,
    begins: newHours(today),
    of: { queue, read: standingTexts },
    restsOnAll: true,
    faults: (values) => faultsOf(draftIn(values), queue, today),
    request: ({ values }) => ({ method: "PUT", path, body: requestOf(draftIn(values), queue, today) }),
    done: () => t("queues.hours-done", { queue: queue.name }),
    onDone,
  });
  const draft = draftIn(form.values);
  const request = requestOf(draft, queue, today);
  const content = JSON.stringify(request);
  return {
    form,
    draft,
    days: shownDays(draft),
    week: shownWeek(draft, queue, today),
    isUnchanged: triedFor === content,
    path,
    asked,
    setDay: (day, times) => form.change(dayField(day), JSON.stringify(times)),
    setWeek: (edits) => form.fill(weekTexts(edits)),
    submit: () => {
      if (!form.isReady()) return;
      if (Object.keys(request.week).length === 0) setTriedFor(content);
      else setAsked(request);
    },
    goBack: () => setAsked(null),
  };
}
