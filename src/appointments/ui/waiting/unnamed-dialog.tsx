import { useQueryClient } from "@tanstack/react-query";
import type { RefObject } from "react";
import { FormDialog } from "../../../kit/form/form-dialog.tsx";
import { Radios } from "../../../kit/form/inputs.tsx";
import { type TypedAhead, useTakenOver, useTypedAhead } from "../../../kit/form/typed-ahead.ts";
import { useForm } from "../../../kit/form/use-form.ts";
import { useFormKey } from "../../../kit/form/use-form-draft.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { ServedVisit } from "../../../waiting/contract.ts";
import type { Day } from "../../contract.ts";
import { useTakeBack } from "../acts/use-take-back.ts";
import { ServiceChoice } from "../panel/which-service/service-choice.tsx";
import { serviceButtons } from "../panel/which-service/service-choices.ts";
import { firstDigitIn } from "../panel/which-service/service-keys.ts";
import { ticketName } from "./visit-name.ts";
import { postTicketAct, postTurnedAway, postWalkIn, rememberTicket, rememberVisit } from "./waiting-queries.ts";
import "../../../text/beside.ts";

interface UnnamedDialogProps {
  readonly office: Office;
  readonly day: Day;
  /** What was typed before the dialog was there */
  readonly ahead: RefObject<TypedAhead>;
  /** Goes on to the panel, with the service that was chosen */
  readonly onNamed: (service: string) => void;
  readonly onClose: () => void;
}

/** Who stands at the counter: the service alone, then a place or a number, or a name as well. Three keys from the plan. */
export function UnnamedDialog({ ahead, ...props }: UnnamedDialogProps) {
  const typed = useTakenOver(ahead);
  return typed && <UnnamedForm typed={typed} {...props} />;
}

type UnnamedFormProps = Omit<UnnamedDialogProps, "ahead"> & { readonly typed: TypedAhead };

function UnnamedForm({ office, day, typed, onNamed, onClose }: UnnamedFormProps) {
  const t = useText();
  const form = useUnnamed(office, day, onClose);
  const { digit, rest } = firstDigitIn(typed.text);
  const isNamed = form.values.what === "named";
  const submit = () => {
    if (!isNamed) form.submit();
    else if (form.isReady()) onNamed(form.values.service ?? "");
  };
  const wanted = serviceButtons(office, "").find((button) => button.digit === digit)?.service.code;
  useTypedAhead(typed, {
    fill: () => wanted && form.change("service", wanted),
    isFilled: rest === "" && (!wanted || form.values.service === wanted),
    enter: submit,
  });
  return (
    <FormDialog
      form={form}
      title={t("waiting.unnamed-title")}
      submit={t(isNamed ? "waiting.unnamed-go-on" : "waiting.unnamed-save")}
      onSubmit={submit}
      back={t("waiting.unnamed-back")}
      onClose={onClose}
    >
      <ServiceChoice
        office={office}
        value={form.values.service ?? ""}
        error={form.errors.service}
        isPreset={!("service" in form.texts) && form.values.service !== ""}
        sought={digit === 0 || rest !== "" ? rest : null}
        isFirst
        onChoose={(service) => form.change("service", service)}
        onEnter={submit}
      />
      <Radios
        form={form}
        field="what"
        legend={t("waiting.unnamed-what")}
        isList
        options={[
          ["waits", t("waiting.unnamed-waits")],
          ["named", t("waiting.unnamed-named")],
          ["turned-away", t("waiting.unnamed-turned-away")],
        ]}
      />
    </FormDialog>
  );
}

function useUnnamed(office: Office, day: Day, onClose: () => void) {
  const t = useText();
  const toast = useToasts();
  const queryClient = useQueryClient();
  const takeBack = useTakeBack();
  const { code, services, usualService } = office;
  // None is guessed by its place in the list.
  const usual = services.find((service) => service.code === usualService);
  return useForm<ServedVisit>({
    key: useFormKey("unnamed walk-in", code),
    begins: { service: usual?.code ?? "", what: "waits" },
    // Each is another person.
    isWorthKeeping: () => false,
    faults: ({ service }) => (service ? [] : [{ field: "service", code: "service-required" }]),
    send: async ({ values, keyOf }) => {
      const { service = "", what } = values;
      const key = keyOf({ office: code, service, what });
      if (what !== "turned-away") return postWalkIn(code, service, key);
      return { appointment: null, ticket: await postTurnedAway(code, service, key) };
    },
    onSaved: (visit) => {
      rememberVisit(queryClient, visit);
      const { id = "" } = visit.appointment ?? visit.ticket ?? {};
      toast.show({ text: sentenceFor(visit), about: id, undo: { act: actOf(visit), run: () => undo(visit) } });
      onClose();
    },
  });

  function sentenceFor({ appointment, ticket }: ServedVisit): string {
    if (ticket?.number === null) return t("waiting.done-turned-away");
    if (ticket) return t("waiting.done-number", { number: ticketName(ticket, t) });
    const queue = day.queues.find(({ number }) => number === appointment?.queue)?.name ?? "";
    return t("waiting.done-place", { queue, time: appointment?.time ?? "" });
  }

  function actOf({ ticket }: ServedVisit): string {
    if (!ticket) return t("plan.act-arrival");
    return ticket.number === null ? t("waiting.undoes-turned-away") : t("waiting.undoes-number");
  }

  async function undo({ appointment, ticket }: ServedVisit): Promise<void> {
    if (appointment) return takeBack(appointment, t("panel.booking"));
    if (!ticket) return;
    rememberTicket(queryClient, await postTicketAct(ticket, "undo", null));
    toast.show({ text: t("waiting.done-undo", { number: ticketName(ticket, t) }), about: ticket.id });
  }
}
