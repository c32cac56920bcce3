import { useNumbers, useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { Opening, PublicBookingPreview } from "../../contract.ts";
import { checkOpeningRemoval, closeOpening, postOpening } from "../acts.ts";
import { RemovalDialog } from "../removal-dialog.tsx";
import { useContraryAct } from "../use-contrary-act.ts";
import { openingName, requestOfOpening } from "./opening-texts.ts";

interface ClosingDialogProps {
  readonly opening: Opening;
  readonly onClose: () => void;
}

/** Closes it again, once it was seen which queues citizens would see no more. */
export function ClosingDialog({ opening, onClose }: ClosingDialogProps) {
  const t = useText();
  const n = useNumbers();
  const toasts = useToasts();
  const takeBack = useContraryAct();
  const { id } = opening;
  const name = openingName(opening, t);
  const consequence = ({ offices, queues, open }: PublicBookingPreview): string[] => [
    t("ministry.public-booking-closes", { count: offices, n: n(offices) }),
    queues === 0
      ? t("ministry.public-booking-queues-none")
      : t("ministry.public-booking-queues", { count: queues, n: n(queues) }),
    ...(open > 0 ? [t("ministry.public-booking-stays", { count: open, n: n(open) })] : []),
  ];
  const done = () => {
    const again = () => postOpening(requestOfOpening(opening), crypto.randomUUID());
    toasts.show({
      text: t("ministry.public-booking-closed-done", { name }),
      ...takeBack("public-booking-closed", again),
    });
    onClose();
  };
  return (
    <RemovalDialog
      id={id}
      title={t("ministry.public-booking-close-title", { name })}
      no={t("ministry.public-booking-keep")}
      yes={t("ministry.public-booking-close-yes")}
      check={() => checkOpeningRemoval(id)}
      consequence={consequence}
      act={() => closeOpening(id)}
      onDone={done}
      onClose={onClose}
    />
  );
}
