import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ScanDialog } from "../../../entrance/ui/scan-dialog.tsx";
import { useShortcuts } from "../../../kit/shortcuts.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { fullName } from "../../person.ts";
import { useTakeBack } from "../acts/use-take-back.ts";
import { rememberAppointment } from "../queries.ts";

/** Whoever shows their code has come: noted by its nine digits, and taken back as any other arrival. */
export function ScanCode({ office }: { office: string }) {
  const t = useText();
  const queryClient = useQueryClient();
  const toast = useToasts();
  const takeBack = useTakeBack();
  const [isOpen, setIsOpen] = useState(false);
  const open = () => setIsOpen(true);
  useShortcuts({ KeyQ: open });
  return (
    <>
      <Button size="small" look="link" className="scan-code" onClick={open} aria-keyshortcuts="q">
        {t("plan.scan")}
      </Button>
      {isOpen && (
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
      )}
    </>
  );
}
