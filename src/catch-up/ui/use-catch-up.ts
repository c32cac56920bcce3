import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Appointment, Day } from "../../appointments/contract.ts";
import { ApiProblem, call } from "../../kit/api.ts";
import { focusFaultIn } from "../../kit/form/focus.ts";
import { useForm } from "../../kit/form/use-form.ts";
import { useFormKey } from "../../kit/form/use-form-draft.ts";
import type { Span } from "../../kit/spans.ts";
import type { Office } from "../../offices/contract.ts";
import type { CatchUpRequest, CaughtUp } from "../contract.ts";
import { hasFaults, type RefusedRequest } from "./refused.ts";
import { type SheetRow, sheetRows, withNewer } from "./sheet-rows.ts";
import { marksIn, newSheetTexts, sheetCounts, sheetForm, sheetRequest, typedFaults, withMarks } from "./typed.ts";
import { useCaughtUp } from "./use-caught-up.ts";

/** Said row by row, with what to do there */
const SAID_IN_ROWS: readonly string[] = ["marks-hindered", "walk-in-no-place", "fields-invalid"];

export function useCatchUp(known: Office, asked: Day, span: Span) {
  const office = known.code;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [changed, setChanged] = useState<readonly Appointment[]>([]);
  const day = changed.reduce(withNewer, asked);
  const tell = useCaughtUp(known, day.date);
  const [refused, setRefused] = useState<RefusedRequest | null>(null);
  const sent = useRef<CatchUpRequest>({ marks: [], walkIns: [] });
  const path = `/api/offices/${encodeURIComponent(office)}/days/${day.date}/catch-up`;
  const form = useForm<CaughtUp>({
    key: useFormKey(sheetForm(day.date), office),
    begins: newSheetTexts(known),
    faults: typedFaults,
    isSaid: isSaidInRows,
    send: ({ values, keyOf }) => {
      const body = sheetRequest(sheetRows(day, span, marksIn(values)), values);
      sent.current = body;
      return call<CaughtUp>(path, { method: "POST", body, idempotencyKey: keyOf(body) });
    },
    onSaved: (caughtUp, { texts }) => {
      tell(caughtUp, texts);
      void navigate({ to: "/offices/$office/days/$date", params: { office, date: day.date }, search: {} });
    },
    onRefused: (error) => {
      void queryClient.invalidateQueries({ queryKey: ["day", office, day.date] });
      if (isStale(error)) return lookAt(error.problem.current as readonly Appointment[]);
      if (!isSaidInRows(error)) return;
      flushSync(() => setRefused({ request: sent.current, problem: error.problem }));
      focusFaultIn(form.ref.current);
    },
  });
  const lookAt = (current: readonly Appointment[]) => {
    flushSync(() => setChanged(current));
    const ids = current.map(({ id }) => id);
    focusSheetRow(rows.find(({ appointment: { id } }) => ids.includes(id)));
  };
  const rows = sheetRows(day, span, marksIn(form.values));
  const request = sheetRequest(rows, form.values);
  const unseen = rows.filter(({ isUnseen }) => isUnseen);
  const mark = (marked: readonly SheetRow[], status: SheetRow["mark"]) =>
    form.fill(withMarks(form.values, marked, status));
  return {
    office,
    day,
    form,
    rows,
    counts: sheetCounts(rows, request),
    unseen: unseen.length,
    refused,
    /** Why nothing was recorded, as long as a row says it more exactly */
    problem: form.problem ?? (hasFaults(refused, request) ? (refused?.problem.title ?? null) : null),
    mark,
    /** The focus follows: what had it may be unchecked by now, or gone. */
    markHere: (row: SheetRow, status: SheetRow["mark"]) => {
      flushSync(() => mark([row], status));
      focusSheetRow(row);
    },
    submit: () => {
      if (form.isSaving) return;
      flushSync(() => setRefused(null));
      if (unseen.length > 0) focusSheetRow(unseen[0]);
      else form.submit();
    },
  };
}

export type CatchUpState = ReturnType<typeof useCatchUp>;

const isSaidInRows = (error: Error): error is ApiProblem =>
  error instanceof ApiProblem && SAID_IN_ROWS.includes(error.problem.code);

const isStale = (error: Error): error is ApiProblem =>
  error instanceof ApiProblem && error.problem.code === "catch-up-stale";

/** The row's choice, or what it offers instead, wherever it stands. */
export function focusSheetRow(row: SheetRow | undefined): void {
  const line = row && document.querySelector(`[data-sheet-row="${row.appointment.id}"]`);
  const chosen = line?.querySelector<HTMLElement>("input:checked") ?? line?.querySelector<HTMLElement>("input, a");
  chosen?.focus();
}
