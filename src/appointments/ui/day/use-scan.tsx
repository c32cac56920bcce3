import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ScanDialog } from "../../../entrance/ui/scan-dialog.tsx";
import { useShortcuts } from "../../../kit/shortcuts.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { fullName } from "../../person.ts";
import { useTakeBack } from "../acts/use-take-back.ts";
import { rememberAppointment } from "../queries.ts";

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
  const open = () => setIsOpen(true);
  useShortcuts(isToday ? { KeyQ: open } : {});
  const dialog = isOpen && (
    <ScanDialog
      office={office}
      onClose={() => setIsOpen(false)}
      onArrived={({ appointment, isFirst }) => {
        rememberAppointment(queryClient, appointment);
        const said = { name: fullName(appointment, t), time: appointment.time };
        if (!isFirst) return toast.show({ text: t("plan.scanned-again", said), tone: "info" });
        const undo = { act: t("plan.act-arrival"), run: () => takeBack(appointment) };
        toast.show({ text: t("plan.scanned", said), about: appointment.id, undo });
      }}
    />
  );
  return { open, dialog };
}
