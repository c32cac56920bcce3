import { useText } from "../../../../kit/text.tsx";
import { Button } from "../../../../kit/ui/button.tsx";
import { Icon } from "../../../../kit/ui/icon.tsx";
import type { Appointment } from "../../../contract.ts";
import { usePrintNumber } from "../../waiting/use-print-number.ts";

/** The number of somebody with an appointment who waits, on paper: at each of the office's printers. */
export function NumberPrints({ appointment: { office, id } }: { appointment: Appointment }) {
  const t = useText();
  const printing = usePrintNumber(office, true);
  return printing.printers.map(({ id: printer, name }) => (
    <Button key={printer} onClick={() => printing.print(printer, id)}>
      <Icon name="print" />
      {t("waiting.act-print", { printer: name })}
    </Button>
  ));
}
