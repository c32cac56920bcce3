import type { RefObject } from "react";
import { FormDialog } from "../../kit/form/form-dialog.tsx";
import { TextInput } from "../../kit/form/inputs.tsx";
import { type TypedAhead, useTakenOver, useTypedAhead } from "../../kit/form/typed-ahead.ts";
import { useForm } from "../../kit/form/use-form.ts";
import { useFormKey } from "../../kit/form/use-form-draft.ts";
import { useText } from "../../kit/text.tsx";
import type { NotedArrival } from "../contract.ts";
import { codeIn } from "../rules.ts";
import { postArrival } from "./queries.ts";
import "../../text/beside.ts";

interface ScanDialogProps {
  readonly office: string;
  /** What was typed before the dialog was there */
  readonly ahead: RefObject<TypedAhead>;
  readonly onArrived: (arrival: NotedArrival) => void;
  readonly onClose: () => void;
}

/** A scanner types the nine digits and presses Enter, and so can a clerk: whoever has the appointment has come. */
export function ScanDialog({ ahead, ...props }: ScanDialogProps) {
  const typed = useTakenOver(ahead);
  return typed && <ScanForm typed={typed} {...props} />;
}

type ScanFormProps = Omit<ScanDialogProps, "ahead"> & { readonly typed: TypedAhead };

function ScanForm({ office, typed, onArrived, onClose }: ScanFormProps) {
  const t = useText();
  const form = useForm<NotedArrival>({
    key: useFormKey("scan", office),
    begins: { code: "" },
    faults: ({ code = "" }) => (codeIn(code) === null ? [{ field: "code", code: "reference-incomplete" }] : []),
    send: ({ values: { code = "" } }) => postArrival(office, code),
    onSaved: (arrival) => {
      onArrived(arrival);
      onClose();
    },
  });
  useTypedAhead(typed, {
    fill: () => typed.text && form.change("code", typed.text),
    isFilled: form.values.code === typed.text,
    enter: form.submit,
  });
  return (
    <FormDialog
      form={form}
      title={t("plan.scan")}
      submit={t("plan.act-arrival")}
      back={t("plan.scan-back")}
      onClose={onClose}
    >
      <TextInput form={form} field="code" label={t("plan.scan-code")} hint={t("plan.scan-hint")} isFirst />
    </FormDialog>
  );
}
