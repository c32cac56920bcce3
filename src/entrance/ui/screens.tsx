import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { numericDate, timeOf } from "../../kit/dates.ts";
import { sentenceOf } from "../../kit/failure.ts";
import { useText } from "../../kit/text.tsx";
import { useToasts } from "../../kit/toasts.tsx";
import { Button } from "../../kit/ui/button.tsx";
import type { Text } from "../../text/text.ts";
import type { EntranceScreen } from "../contract.ts";
import { NewScreenDialog } from "./new-screen-dialog.tsx";
import { removeScreenOf, screensQuery } from "./queries.ts";

/** The office's screens, at the entrance and where people wait, and its ticket printers, for its head. */
export function Screens({ office }: { office: string }) {
  const t = useText();
  const { data } = useQuery(screensQuery(office));
  const [isAdding, setIsAdding] = useState(false);
  return (
    <>
      {data?.screens.length === 0 && <p className="hint">{t("office.screens-none")}</p>}
      <ul className="settings__screens">
        {data?.screens.map((screen) => (
          <ScreenLine key={screen.id} office={office} screen={screen} />
        ))}
      </ul>
      <div>
        <Button onClick={() => setIsAdding(true)}>{t("office.screen-new")}</Button>
      </div>
      {isAdding && <NewScreenDialog office={office} onClose={() => setIsAdding(false)} />}
    </>
  );
}

function ScreenLine({ office, screen }: { office: string; screen: EntranceScreen }) {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const { id, name } = screen;
  const removing = useMutation({
    mutationFn: () => removeScreenOf(office, id),
    onSuccess: (screens) => {
      queryClient.setQueryData(screensQuery(office).queryKey, screens);
      toasts.show({ text: t("office.screen-removed", { name }) });
    },
    onError: (error) => {
      toasts.show({ tone: "error", text: sentenceOf(error, t, t("shell.noAnswerAct")) });
      void queryClient.invalidateQueries(screensQuery(office));
    },
  });
  return (
    <li>
      <span>
        <b>{name}</b> <span className="hint">{stateInWords(screen, t)}</span>
      </span>
      <Button
        size="small"
        look="danger"
        aria-label={t("office.screen-remove-of", { name })}
        aria-disabled={removing.isPending}
        onClick={() => removing.isPending || removing.mutate()}
      >
        {t("office.screen-remove")}
      </Button>
    </li>
  );
}

/** «εκδοτήριο, δεν έχει ακουστεί εδώ και 12 λεπτά, έχει χαρτί»: what a device is, when it was there, and how it stands. */
function stateInWords({ kind, seenAt, silentMinutes, paper, software }: EntranceScreen, t: Text): string {
  const isPrinter = kind === "printer";
  const at = seenAt && { date: numericDate(seenAt.slice(0, 10)), time: timeOf(seenAt) };
  const seen = at
    ? t(isPrinter ? "office.printer-seen" : "office.screen-seen", at)
    : t(isPrinter ? "office.printer-unseen" : "office.screen-unseen");
  return [
    t(`office.screen-is-${kind}`),
    silentMinutes === null ? seen : t("office.printer-silent", { count: silentMinutes }),
    paper && t(`office.printer-paper-${paper}`),
    software,
  ]
    .filter((part) => part !== null)
    .join(", ");
}
