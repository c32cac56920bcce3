import { type FormEvent, useState } from "react";
import { flushSync } from "react-dom";
import { useKeptTyping } from "../../../kit/kept-typing.ts";
import { useLanguage } from "../../../kit/text.tsx";
import type { HoursRequest, Queue } from "../../contract.ts";
import { faultWords } from "../dialogs/failure-words.ts";
import { focusFault } from "../dialogs/focus-fault.ts";
import { faultsOf, type HoursDraft, newHours, requestOf, shownDays, shownWeek } from "./hours-draft.ts";
import type { OpeningTimes, Week } from "./hours-week.ts";

export interface HoursForm {
  readonly draft: HoursDraft;
  readonly days: readonly number[];
  readonly week: Week;
  /** By field, `from`, `to` or `week.3.0`, once saving was tried: before, they would push away what she is about to press */
  readonly errors: Readonly<Record<string, string>>;
  readonly isUnchanged: boolean;
  /** What is asked of the server now; null: still typing */
  readonly asked: HoursRequest | null;
  change(change: Partial<HoursDraft>): void;
  setDay(day: number, times: readonly OpeningTimes[]): void;
  submit(event: FormEvent<HTMLFormElement>): void;
  goBack(): void;
  forget(): void;
}

export function useHoursForm(office: string, queue: Queue, today: string): HoursForm {
  const { language } = useLanguage();
  const { draft, change, forget } = useKeptTyping(`hours ${office} ${queue.number}`, () => newHours(today));
  const [isTried, setIsTried] = useState(false);
  const [asked, setAsked] = useState<HoursRequest | null>(null);
  const request = requestOf(draft, queue, today);
  const faults = faultsOf(draft, queue, today);
  const isEmpty = Object.keys(request.week).length === 0;
  return {
    ...{ draft, asked, forget },
    days: shownDays(draft),
    week: shownWeek(draft, queue, today),
    errors: isTried ? faultWords(faults, language) : {},
    isUnchanged: isTried && isEmpty && faults.length === 0,
    change,
    setDay: (day, times) => change({ edits: { ...draft.edits, [day]: times } }),
    submit: (event) => {
      event.preventDefault();
      const form = event.currentTarget;
      flushSync(() => setIsTried(true));
      if (faults.length > 0) focusFault(form);
      else if (!isEmpty) setAsked(request);
    },
    goBack: () => setAsked(null),
  };
}
