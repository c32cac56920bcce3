import { useLanguage, useText } from "../../../../kit/text.tsx";
import { buttonClass } from "../../../../kit/ui/button.tsx";
import { Icon } from "../../../../kit/ui/icon.tsx";
import { slipAddress } from "../../../../paper/address.ts";
import { PrintLink } from "../../../../paper/ui/print-link.tsx";
import type { Appointment } from "../../../contract.ts";

/** Who has no e-mail has nothing else in hand: then it stands out. */
export function SlipLink({ appointment: { office, id, email } }: { appointment: Appointment }) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <PrintLink className={buttonClass(email ? "plain" : "primary")} address={slipAddress(office, id, language)}>
      <Icon name="print" />
      {t("panel.slip")}
    </PrintLink>
  );
}
