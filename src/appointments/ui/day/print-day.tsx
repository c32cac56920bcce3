import { useLanguage, useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import { Icon } from "../../../kit/ui/icon.tsx";
import { daySheetAddress } from "../../../paper/address.ts";
import { PrintLink } from "../../../paper/ui/print-link.tsx";
import { usePrintKey } from "../../../paper/ui/use-print-key.ts";
import { useDayAddress } from "../use-day-navigation.ts";

/** «Εκτύπωση ημέρας», by its button and by Ctrl+P: the queue that is shown alone, or else the whole day. */
export function PrintDay({ date }: { date: string }) {
  const t = useText();
  const { language } = useLanguage();
  const { office, search } = useDayAddress();
  const [only, ...others] = search.queues ?? [];
  const address = daySheetAddress(office, date, {
    ...(search.sort === "queue" && { order: "queue" }),
    ...(others.length === 0 && { queue: only }),
    language,
  });
  usePrintKey(address);
  return (
    <PrintLink
      className={classes(buttonClass(), "print-day")}
      address={address}
      title={t("plan.print")}
      aria-keyshortcuts="Control+P"
    >
      <Icon name="print" />
      <span>{t("plan.print")}</span>
    </PrintLink>
  );
}
