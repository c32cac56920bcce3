import { useState } from "react";
import { sentenceOf } from "../../../kit/failure.ts";
import { FormProblem } from "../../../kit/form/form-problem.tsx";
import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import type { Queues } from "../../contract.ts";
import { useRule } from "../use-rule.ts";
import { FirstStep, type StepState } from "./first-step.tsx";
import {
  hasHours,
  type ProposedQueue,
  proposedQueueRequests,
  proposedQueues,
  usualQueue,
  usualWeek,
} from "./proposed-queues.ts";

interface OfPage {
  readonly office: string;
  readonly page: Queues;
  readonly canRule: boolean;
}

/** Whoever works here by the directory, each with a queue: those that are missing are made in one act. */
export function EmployeesStep({ office, page, canRule, ...step }: StepState & OfPage) {
  const t = useText();
  const rule = useRule(office);
  const [without, setWithout] = useState<ReadonlySet<number>>(new Set());
  const proposed = proposedQueues(page);
  const chosen = proposed.filter(({ has, employee }) => has === null && !without.has(employee.id));
  const isReady = hasHours(usualWeek(page)) && chosen.length > 0 && !rule.isPending;
  const make = () =>
    rule.mutate({
      method: "POST",
      path: "queues/additions",
      body: {
        queues: proposedQueueRequests(
          page,
          chosen.map(({ employee }) => employee.id),
        ),
      },
      done: t("onboarding.queues-made", { count: chosen.length }),
    });
  const toggle = (id: number) =>
    setWithout((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]));
  const minutes = usualQueue(page)?.slotMinutes ?? 0;
  return (
    <FirstStep
      {...step}
      title={t("onboarding.step-employees")}
      text={t("onboarding.step-employees-text", { count: proposed.length })}
      acts={
        canRule &&
        !step.isDone && (
          <Button look={step.isNext ? "primary" : "plain"} aria-disabled={!isReady} onClick={() => isReady && make()}>
            {rule.isPending ? t("shell.saving") : t("onboarding.make-queues", { count: chosen.length })}
          </Button>
        )
      }
    >
      <ul className="first-steps__people">
        {proposed.map((each) => (
          <Person
            key={each.employee.id}
            proposed={each}
            minutes={minutes}
            isChosen={!without.has(each.employee.id)}
            onToggle={canRule ? () => toggle(each.employee.id) : null}
          />
        ))}
      </ul>
      {!hasHours(usualWeek(page)) && <p className="hint">{t("onboarding.hours-first")}</p>}
      <FormProblem sentence={rule.error && sentenceOf(rule.error, t, t("shell.noAnswerAct"))} />
    </FirstStep>
  );
}

interface PersonProps {
  readonly proposed: ProposedQueue;
  readonly minutes: number;
  readonly isChosen: boolean;
  readonly onToggle: (() => void) | null;
}

function Person({ proposed: { employee, has, number }, minutes, isChosen, onToggle }: PersonProps) {
  const t = useText();
  return (
    <li>
      <label className="choice">
        <input
          type="checkbox"
          checked={has !== null || isChosen}
          disabled={has !== null || onToggle === null}
          onChange={() => onToggle?.()}
        />
        <b>{employee.name}</b>
        <span className="hint">
          {has === null
            ? t("onboarding.queue-proposed", { queue: t("queues.usual-name", { number }), minutes })
            : t("onboarding.queue-there", { queue: has })}
        </span>
      </label>
    </li>
  );
}
