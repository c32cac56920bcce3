import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { dayQuery } from "../../../appointments/ui/queries.ts";
import { fieldFaults } from "../../../kit/failure.ts";
import { useKeptTyping } from "../../../kit/kept-typing.ts";
import { useText } from "../../../kit/text.tsx";
import type { Changed } from "../../../proposals/contract.ts";
import { type RuleChangeState, useRuleChange } from "../../../proposals/ui/use-rule-change.ts";
import type { ExceptionRequest } from "../../contract.ts";
import { type ExceptionForm, exceptionRequestOf, isReadDate, type Stretch } from "./form.ts";
import { restOfDay } from "./rest-of-day.ts";

const SETTLED_AFTER_MS = 400;

/** The form of one exception with what it would do, which follows as one changes it. */
export function useException(
  office: string,
  id: string | null,
  initial: ExceptionForm,
  onDone: (changed: Changed) => void,
) {
  const t = useText();
  const name = `exception ${office} ${id ?? JSON.stringify(initial)}`;
  const { draft: typed, change, isFound, restart, forget } = useKeptTyping(name, () => initial);
  const { rest, isKnown } = useRest(office, typed);
  // A day that has no rest is closed as a whole.
  const form = typed.hours === "rest" && isKnown && !rest ? { ...typed, hours: "day" as const } : typed;
  const request = exceptionRequestOf(form, rest);
  const asked = useSettled(request);
  const path = id === null ? "exceptions" : `exceptions/${id}`;
  const query = form.scope === "following" ? "?following=true" : "";
  const ruling = useRuleChange(
    {
      office,
      method: id === null ? "POST" : "PATCH",
      path: `${path}${query}`,
      proposalPath: `${path}/proposals${query}`,
      body: asked ?? {},
      version: form.version ?? undefined,
    },
    asked !== null,
    {
      onDone: (changed) => {
        forget();
        onDone(changed);
      },
    },
  );
  const errors = fieldFaults(ruling.preview.error);
  const isSettled = JSON.stringify(request) === JSON.stringify(asked);
  const obstacle = obstacleOf(request, isSettled, ruling, Object.keys(errors).length > 0);
  return {
    office,
    form,
    change,
    /** As she left it without saving */
    isFound,
    restart,
    rest,
    request,
    ruling,
    errors,
    /** Why it can't be submitted yet */
    obstacle: obstacle && t(`rules.${obstacle}`),
  };
}

export type ExceptionState = ReturnType<typeof useException>;

function obstacleOf(
  request: ExceptionRequest | null,
  isSettled: boolean,
  { preview }: RuleChangeState,
  hasErrors: boolean,
): "impact-fix" | "impact-wait" | "impact-failed" | null {
  if (request === null) return "impact-fix";
  if (!isSettled || preview.isFetching || preview.isPlaceholderData) return "impact-wait";
  if (hasErrors) return "impact-fix";
  return preview.error ? "impact-failed" : null;
}

/** As it was when the day was first seen: with every minute that passes there would be another proposal. */
function useRest(office: string, { date, queue }: ExceptionForm): { rest: Stretch | null; isKnown: boolean } {
  const { data } = useQuery({ ...dayQuery(office, date), enabled: isReadDate(date) });
  const of = `${date} ${queue}`;
  const [kept, setKept] = useState<{ readonly of: string; readonly rest: Stretch | null } | null>(null);
  if (data && kept?.of !== of) setKept({ of, rest: restOfDay(data, queue) });
  return kept?.of === of ? { rest: kept.rest, isKnown: true } : { rest: null, isKnown: false };
}

/** What was last said, once nothing else is said for a moment. */
function useSettled<Value>(value: Value): Value {
  const text = JSON.stringify(value);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(setSettled, SETTLED_AFTER_MS, text);
    return () => clearTimeout(timer);
  }, [text]);
  return JSON.parse(settled);
}
