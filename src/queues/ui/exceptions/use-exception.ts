import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { dayQuery } from "../../../appointments/ui/queries.ts";
import { fieldFaults } from "../../../kit/failure.ts";
import { focusFaultIn } from "../../../kit/form/focus.ts";
import type { Form, Submission } from "../../../kit/form/form.ts";
import type { Texts } from "../../../kit/form/typing.ts";
import { useForm } from "../../../kit/form/use-form.ts";
import { useFormKey } from "../../../kit/form/use-form-draft.ts";
import { useText } from "../../../kit/text.tsx";
import type { FieldError } from "../../../platform/refusal.ts";
import type { Changed } from "../../../proposals/contract.ts";
import { type RuleChangeState, useRuleChange } from "../../../proposals/ui/use-rule-change.ts";
import type { Exception } from "../../contract.ts";
import {
  changedWith,
  exceptionFaults,
  exceptionRequestOf,
  exceptionTexts,
  isReadDate,
  queueIn,
  type Stretch,
} from "./exception-texts.ts";
import { restOfDay } from "./rest-of-day.ts";

const SETTLED_AFTER_MS = 400;

interface ExceptionOf {
  readonly office: string;
  /** By which what was typed is found again */
  readonly name: string;
  /** null: a new one */
  readonly known: Exception | null;
  readonly begins: Texts;
  readonly onDone: (changed: Changed, submission: Submission) => void;
}

/** The form of one exception with what it would do, which follows as one changes it. */
export function useException({ office, name, known, begins, onDone }: ExceptionOf) {
  const t = useText();
  const typed = useForm<Changed>({
    key: useFormKey(name, office),
    begins,
    ...(known && { stands: exceptionTexts(known), version: known.version }),
    standsIn: (current) => exceptionTexts(current as Exception),
    // The head decided about each appointment by all that the form says.
    restsOnAll: true,
    faults: exceptionFaults,
    send: ({ version }) => ruling.sendWith(version),
    onSaved: onDone,
  });
  const { rest, isKnown } = useRest(office, typed.values);
  // A day that has no rest is closed as a whole.
  const isOver = typed.values.hours === "rest" && isKnown && !rest;
  const values = isOver ? { ...typed.values, hours: "day" } : typed.values;
  const request = exceptionRequestOf(values, rest);
  const asked = useSettled(request);
  const path = known ? `exceptions/${known.id}` : "exceptions";
  const query = values.scope === "following" ? "?following=true" : "";
  const ruling = useRuleChange(
    {
      office,
      method: known ? "PATCH" : "POST",
      path: `${path}${query}`,
      proposalPath: `${path}/proposals${query}`,
      body: asked ?? {},
      version: typed.version,
    },
    asked !== null,
    { keyOf: typed.keyOf },
  );
  const { reason, ...found } = fieldFaults(ruling.preview.error);
  const isSettled = request !== null && JSON.stringify(request) === JSON.stringify(asked);
  const missing = whatIsMissing(exceptionFaults(values), typed.errors);
  const obstacle = missing ?? obstacleOf(isSettled, ruling);
  const form: Form = {
    ...typed,
    values,
    errors: {
      ...found,
      ...(reason && { [values.reason === "other" ? "reasonText" : "reason"]: reason }),
      ...typed.errors,
    },
    change: (field, text) => typed.fill(changedWith(values, field, text)),
  };
  return {
    office,
    form,
    rest,
    request,
    ruling,
    /** Of the preview, where no field says it */
    failed: ruling.preview.error && !hasFaults(ruling.preview.error) ? ruling.preview.error : null,
    failure: Object.keys(typed.errors).length > 0 ? typed.problem : ruling.failure,
    /** Why it can't be submitted yet */
    obstacle: obstacle && t(`rules.${obstacle}`),
    showFault: () => {
      if (typed.isReady()) focusFaultIn(typed.ref.current);
    },
  };
}

export type ExceptionState = ReturnType<typeof useException>;

/** Before one has left a field, or pressed, it is not marked. */
function whatIsMissing(faults: readonly FieldError[], errors: Form["errors"]): "impact-fix" | "impact-fill" | null {
  if (faults.length === 0) return null;
  return faults.some(({ field }) => errors[field]) ? "impact-fix" : "impact-fill";
}

function obstacleOf(
  isSettled: boolean,
  { preview }: RuleChangeState,
): "impact-fix" | "impact-wait" | "impact-failed" | null {
  if (!isSettled || preview.isFetching || preview.isPlaceholderData) return "impact-wait";
  if (!preview.error) return null;
  return hasFaults(preview.error) ? "impact-fix" : "impact-failed";
}

const hasFaults = (error: Error): boolean => Object.keys(fieldFaults(error)).length > 0;

/** As it was when the day was first seen: with every minute that passes there would be another proposal. */
function useRest(office: string, values: Texts): { rest: Stretch | null; isKnown: boolean } {
  const { date = "", queue } = values;
  const { data } = useQuery({ ...dayQuery(office, date), enabled: isReadDate(date) });
  const of = `${date} ${queue}`;
  const [kept, setKept] = useState<{ readonly of: string; readonly rest: Stretch | null } | null>(null);
  if (data && kept?.of !== of) setKept({ of, rest: restOfDay(data, queueIn(values)) });
  return kept?.of === of ? { rest: kept.rest, isKnown: true } : { rest: null, isKnown: false };
}

/** The last value, once it has stayed the same for a moment. */
function useSettled<Value>(value: Value): Value {
  const text = JSON.stringify(value);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(setSettled, SETTLED_AFTER_MS, text);
    return () => clearTimeout(timer);
  }, [text]);
  return JSON.parse(settled);
}
