import type { ReactNode } from "react";
import type { Form } from "../../kit/form/form.ts";
import { FormDialog } from "../../kit/form/form-dialog.tsx";
import { OvertakenNotice } from "../../kit/form/overtaken-notice.tsx";
import { useText } from "../../kit/text.tsx";
import { Consequence } from "./consequence.tsx";
import { type Ruling, useRulingForm } from "./use-ruling-form.ts";

interface RulingDialogProps<Preview extends object, Answer> {
  readonly title: string;
  readonly ruling: Ruling<Preview, Answer>;
  readonly onClose: () => void;
  readonly fields: (form: Form) => ReactNode;
  readonly submitLabel: (preview: Preview, values: Form["values"]) => string;
  /** Of a field that a colleague has changed meanwhile; absent: nothing stands that could be changed */
  readonly labelOf?: (field: string) => string;
  /** What such a field holds, where its text is not for people */
  readonly wordsOf?: (field: string, text: string) => string;
}

/** A ruling's form, then its consequence, and only then the act. */
export function RulingDialog<Preview extends object, Answer>({
  title,
  ruling,
  onClose,
  fields,
  submitLabel,
  labelOf,
  wordsOf = (_, text) => text,
}: RulingDialogProps<Preview, Answer>) {
  const t = useText();
  const { form, preview, sentences, arming, isChecking, submit } = useRulingForm(ruling);
  const step = preview ? submitLabel(preview, form.values) : t("ministry.check");
  return (
    <FormDialog
      form={form}
      title={title}
      submit={isChecking ? t("ministry.checking") : step}
      back={t("ministry.back")}
      isBusy={isChecking}
      arming={preview && arming}
      onSubmit={submit}
      onClose={onClose}
    >
      {fields(form)}
      {labelOf && <OvertakenNotice form={form} labelOf={labelOf} wordsOf={wordsOf} />}
      <Consequence sentences={sentences} place={arming.ref} />
    </FormDialog>
  );
}
