import { type FormEvent, useState } from "react";
import { flushSync } from "react-dom";
import { ApiProblem } from "../../../kit/api.ts";
import { fieldFaults } from "../../../kit/failure.ts";
import { useKeptTyping } from "../../../kit/kept-typing.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import type { Queue, Queues } from "../../contract.ts";
import { type RuleAct, useRule } from "../use-rule.ts";
import { faultWords, problemBesideFields } from "./failure-words.ts";
import { focusFault } from "./focus-fault.ts";
import {
  additionRequest,
  changeRequest,
  edited,
  factsOf,
  overtaken,
  type QueueDraft,
  type QueueFacts,
  type QueueField,
  queueFaults,
  shownFacts,
  usualFacts,
} from "./queue-draft.ts";

export interface QueueForm {
  readonly shown: QueueFacts;
  readonly errors: Readonly<Record<string, string>>;
  readonly problem: string | null;
  /** What somebody else made meanwhile of fields that are being changed here */
  readonly overtaken: readonly { readonly field: QueueField; readonly theirs: string; readonly mine: string }[];
  readonly isSaving: boolean;
  change(field: QueueField, text: string): void;
  submit(event: FormEvent<HTMLFormElement>): void;
}

export function useQueueForm(office: string, page: Queues, queue: Queue | undefined, onDone: () => void): QueueForm {
  const t = useText();
  const { language } = useLanguage();
  const name = `queue ${office} ${queue?.number ?? "new"}`;
  const { draft, change, forget } = useKeptTyping<QueueDraft>(name, () => ({}));
  const [isTried, setIsTried] = useState(false);
  const rule = useRule(office, () => {
    forget();
    onDone();
  });
  const current = currentOf(rule.error);
  const latest = latestOf(queue, current);
  const present = latest ? factsOf(latest) : usualFacts(t("queues.usual-name", { number: page.queues.length + 1 }));
  const shown = shownFacts(draft, present);
  const faults = queueFaults(shown);
  const send = (version: number | undefined) =>
    rule.mutate(
      actOf(draft, shown, queue, version, t(queue ? "queues.saved" : "queues.added", { queue: shown.name.trim() })),
      {
        onError: (error) => {
          const theirs = currentOf(error);
          // What others changed elsewhere is no obstacle.
          if (theirs && overtaken(draft, factsOf(theirs)).length === 0) send(theirs.version);
        },
      },
    );
  return {
    shown,
    errors: { ...fieldFaults(rule.error), ...(isTried && faultWords(faults, language)) },
    problem: problemBesideFields(rule.error, t),
    overtaken: overtaken(draft, present).map((field) => ({ field, theirs: present[field], mine: shown[field] })),
    isSaving: rule.isPending,
    change: (field, text) => {
      if (!current) rule.reset();
      change(edited(draft, field, text, present));
    },
    submit: (event) => {
      event.preventDefault();
      const form = event.currentTarget;
      if (rule.isPending) return;
      flushSync(() => setIsTried(true));
      if (faults.length > 0) focusFault(form);
      // Who saves now has seen what others made of it.
      else send(latest?.version);
    },
  };
}

function actOf(
  draft: QueueDraft,
  shown: QueueFacts,
  queue: Queue | undefined,
  version: number | undefined,
  done: string,
): RuleAct {
  if (!queue) return { method: "POST", path: "queues", body: additionRequest(shown), done };
  const body = changeRequest(draft);
  return { method: "PATCH", path: `queues/${queue.number}`, body, ...(version !== undefined && { version }), done };
}

/** As somebody else left it meanwhile. */
const currentOf = (error: Error | null): Queue | null =>
  error instanceof ApiProblem && error.problem.code === "version-stale"
    ? ((error.problem.current as Queue | undefined) ?? null)
    : null;

const latestOf = (queue: Queue | undefined, current: Queue | null): Queue | undefined =>
  current && current.version > (queue?.version ?? 0) ? current : queue;
