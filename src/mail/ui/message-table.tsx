import { Link } from "@tanstack/react-router";
import { type MailWording, momentIn, reasonWords, stateWords } from "../../appointments/ui/mails/mail-words.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import type { OfficeMails } from "../contract.ts";
import type { MailView } from "./mails-search.ts";

type Message = OfficeMails["messages"][number];

export const messagesIn = (view: MailView, { messages }: OfficeMails): Message[] =>
  messages.filter((message) => viewOf(message) === view);

function viewOf({ state, isLost }: Message): MailView | null {
  if (state === "planned" || state === "sending") return "under-way";
  if (state === "sent") return "sent";
  return isLost ? "lost" : null;
}

interface MessageTableProps {
  readonly office: string;
  readonly view: MailView;
  readonly list: readonly Message[];
  readonly now: OfficeMails["now"];
}

/** What the office was sent itself. Nobody is to be called. */
export function MessageTable({ office, view, list, now }: MessageTableProps) {
  const t = useText();
  const { language } = useLanguage();
  const title = t("mails.to-office");
  return (
    <>
      <h2>{title}</h2>
      {view === "lost" && (
        <p className="hint">
          {t("mails.to-office-lost")}{" "}
          <Link to="/offices/$office/settings" params={{ office }} search={{}}>
            {t("shell.office")}
          </Link>
        </p>
      )}
      <div className="mail-table sheet">
        <table>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t("mails.column-letter")}</th>
              <th scope="col">{t("mails.column-state")}</th>
            </tr>
          </thead>
          <tbody>
            {list.map((message) => (
              <tr key={message.id}>
                <th scope="row" lang="el">
                  {message.subject}
                </th>
                <td>
                  {progressOf(message, { t, language, now })}
                  <small>{reasonWords(message, t)}</small>
                  <small className="mail-table__address">{message.address}</small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const progressOf = (message: Message, wording: MailWording): string =>
  message.state === "expired" && message.reason !== "restored"
    ? wording.t("mails.is-too-late", { at: momentIn(message.settledAt ?? "", wording) })
    : stateWords(message, wording);
