import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, Suspense, useRef, useState } from "react";
import { DialogComing } from "../../../kit/form/dialog-coming.tsx";
import { NOTHING_AHEAD } from "../../../kit/form/typed-ahead.ts";
import { useShortcuts } from "../../../kit/shortcuts.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { lazyPart } from "../../../kit/ui/part.tsx";
import { fullName } from "../../person.ts";
import { useTakeBack } from "../acts/use-take-back.ts";
import { rememberAppointment } from "../queries.ts";

/** Fetched once the plan is shown, so that «Q» opens it at once. */
export const LazyScanDialog = lazyPart(() => import("../../../entrance/ui/scan-dialog.tsx"), "ScanDialog");

interface Scan {
  readonly open: () => void;
  readonly dialog: ReactNode;
}

/** Whoever shows their code has come: noted by its nine digits, and taken back as any other arrival. Today only. */
export function useScan(office: string, isToday: boolean): Scan {
  const t = useText();
  const queryClient = useQueryClient();
  const toast = useToasts();
  const takeBack = useTakeBack();
  const [isOpen, setIsOpen] = useState(false);
  const ahead = useRef(NOTHING_AHEAD);
  const open = () => {
    ahead.current = NOTHING_AHEAD;
    setIsOpen(true);
  };
  const close = () => setIsOpen(false);
  useShortcuts(isToday ? { KeyQ: open } : {});
  const dialog = isOpen && (
    <Suspense fallback={<DialogComing title={t("plan.scan")} ahead={ahead} onClose={close} />}>
      <LazyScanDialog
        office={office}
        ahead={ahead}
        onClose={close}
        onArrived={({ appointment, isFirst }) => {
          rememberAppointment(queryClient, appointment);
          const said = { name: fullName(appointment, t), time: appointment.time };
          if (!isFirst) return toast.show({ text: t("plan.scanned-again", said), tone: "info" });
          const undo = { act: t("plan.act-arrival"), run: () => takeBack(appointment) };
          toast.show({ text: t("plan.scanned", said), about: appointment.id, undo });
        }}
      />
    </Suspense>
  );
  return { open, dialog };
}
