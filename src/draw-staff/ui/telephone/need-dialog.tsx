import { useQueryClient } from "@tanstack/react-query";
import type { NeedGiven, NeedRequest, OpenDraw } from "../../../draws/contract.ts";
import { numericDate, shortDate } from "../../../kit/dates.ts";
import { FormDialog } from "../../../kit/form/form-dialog.tsx";
import { DateInput, SelectInput, TextInput } from "../../../kit/form/inputs.tsx";
import type { Texts } from "../../../kit/form/typing.ts";
import { useForm } from "../../../kit/form/use-form.ts";
import { useFormKey } from "../../../kit/form/use-form-draft.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { askDrawsAgain, sendNeed } from "../queries.ts";

interface NeedDialogProps {
  readonly office: string;
  readonly draw: OpenDraw;
  onClose(): void;
}

/** A place before the draw, for whoever shows a deadline at the counter. */
export function NeedDialog({ office, draw, onClose }: NeedDialogProps) {
  const t = useText();
  const { language } = useLanguage();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const places = draw.free.map(
    ({ date, time }) => [`${date} ${time}`, `${shortDate(date, language)}, ${time}`] as const,
  );
  const form = useForm<NeedGiven>({
    key: useFormKey(`draw need ${draw.number}`, office),
    begins: { deadline: "", place: places[0]?.[0] ?? "", lastName: "", firstName: "", phone: "", email: "" },
    send: ({ values, keyOf }) => {
      const body = needIn(values);
      return sendNeed({ office, draw: draw.number }, body, keyOf(body));
    },
    faults: ({ deadline = "" }) => (deadline === "" ? [{ field: "deadline", code: "date-required" }] : []),
    onSaved: ({ date, time, reference }) => {
      toasts.show({ text: t("drawDesk.need-done", { day: shortDate(date, language), time, reference }) });
      void askDrawsAgain(queryClient, office);
      onClose();
    },
    onRefused: () => void askDrawsAgain(queryClient, office),
  });
  return (
    <FormDialog
      form={form}
      title={t("drawDesk.need-title")}
      submit={t("drawDesk.need-submit")}
      back={t("drawDesk.back")}
      onClose={onClose}
    >
      <p>{t("drawDesk.need-intro", { date: numericDate(draw.latestDeadline) })}</p>
      <DateInput
        form={form}
        field="deadline"
        label={t("drawDesk.deadline")}
        hint={t("drawDesk.deadline-hint")}
        isFirst
      />
      <SelectInput form={form} field="place" label={t("drawDesk.place")} options={places} />
      <TextInput form={form} field="lastName" label={t("drawDesk.last-name")} />
      <TextInput form={form} field="firstName" label={t("drawDesk.first-name")} />
      <TextInput form={form} field="phone" label={t("drawDesk.phone")} inputMode="tel" />
      <TextInput form={form} field="email" label={t("drawDesk.email")} inputMode="email" isOptional />
    </FormDialog>
  );
}

function needIn({
  deadline = "",
  place = "",
  lastName = "",
  firstName = "",
  phone = "",
  email = "",
}: Texts): NeedRequest {
  const [date = "", time = ""] = place.split(" ");
  return { deadline, date, time, lastName, firstName, phone, email: email.trim() || null };
}
