import { useState } from "react";
import { flushSync } from "react-dom";
import { useText } from "../../kit/text.tsx";
import { RuleChangeDialog } from "../../proposals/ui/rule-change-dialog.tsx";
import { useRulesChanged } from "../../proposals/ui/use-rules-changed.ts";
import type { Queue, Queues } from "../contract.ts";
import { DatesDialog } from "./dialogs/dates-dialog.tsx";
import { DefaultDialog } from "./dialogs/default-dialog.tsx";
import { QueueDialog } from "./dialogs/queue-dialog.tsx";
import { SubstituteDialog } from "./dialogs/substitute-dialog.tsx";
import { HoursDialog } from "./hours/hours-dialog.tsx";
import { NewQueueDialog } from "./new-queue/new-queue-dialog.tsx";
import type { QueueAct } from "./queue-acts.ts";

/** The act that the head chose, whose dialog is open. */
export type QueueActChoice = { readonly kind: "new" } | { readonly kind: QueueAct; readonly queue: number };

interface QueueActDialogProps {
  readonly office: string;
  readonly page: Queues;
  readonly choice: QueueActChoice;
  readonly onClose: () => void;
}

export function QueueActDialog({ office, page, choice, onClose }: QueueActDialogProps) {
  const common = { office, page, onClose };
  if (choice.kind === "new") return <NewQueueDialog {...common} />;
  const queue = page.queues.find(({ number, archived }) => number === choice.queue && !archived);
  if (!queue) return null;
  switch (choice.kind) {
    case "edit":
    case "employee":
      return <QueueDialog {...common} queue={queue} startsAt={choice.kind === "edit" ? "name" : "employee"} />;
    case "hours":
      return <HoursDialog {...common} queue={queue} />;
    case "substitute":
      return <SubstituteDialog {...common} queue={queue} />;
    case "dates":
      return <DatesDialog {...common} queue={queue} />;
    case "default":
      return <DefaultDialog {...common} queue={queue} />;
    default:
      return <Ruling office={office} queue={queue} kind={choice.kind} onClose={onClose} />;
  }
}

interface RulingProps {
  readonly office: string;
  readonly queue: Queue;
  readonly kind: "deactivation" | "publication" | "hiding" | "archival";
  readonly onClose: () => void;
}

/** Deactivated for good, shown, hidden or put away: what it does to the appointments there are comes first. */
function Ruling({ office, queue, kind, onClose }: RulingProps) {
  const t = useText();
  const { number, name } = queue;
  // As it was when it was asked for: what colleagues change meanwhile is told before it is overruled.
  const [version] = useState(queue.version);
  const tell = useRulesChanged(office);
  const path = `queues/${number}/${kind}`;
  return (
    <RuleChangeDialog
      office={office}
      path={path}
      method="POST"
      body={{}}
      version={version}
      onBack={onClose}
      // To be shown to citizens concerns nobody yet.
      proposalPath={kind === "publication" ? null : `${path}/proposals`}
      // Whoever has booked in a queue that citizens see no more is served there all the same.
      preset={kind === "hiding" ? "stay" : "move"}
      closes={kind === "hiding" ? "hidden" : "queue"}
      title={t(`queues.${kind}-of`, { queue: name })}
      submitLabel={(count) => t(`queues.${kind}-and`, { count })}
      onDone={(changed) => {
        tell(changed, t(`queues.${kind}-done`, { queue: name }));
        // While the dialog is open nothing behind it can have the focus.
        flushSync(onClose);
        // Its row goes away, and with it the button that was pressed.
        if (kind === "archival") document.getElementById("queues-heading")?.focus();
      }}
    />
  );
}
