import { useLanguage, useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import { Icon } from "../../../kit/ui/icon.tsx";
import { callSheetAddress } from "../../../paper/address.ts";
import { PrintLink } from "../../../paper/ui/print-link.tsx";
import { usePrintKey } from "../../../paper/ui/use-print-key.ts";

/** The list of one day on paper, by its button and by Ctrl+P. */
export function PrintCalls({ office, date }: { office: string; date: string }) {
  const t = useText();
  const { language } = useLanguage();
  const address = callSheetAddress(office, date, language);
  usePrintKey(address);
  return (
    <PrintLink className={classes(buttonClass(), "page-head__end")} address={address} aria-keyshortcuts="Control+P">
      <Icon name="print" />
      {t("rules.calls-print")}
    </PrintLink>
  );
}
