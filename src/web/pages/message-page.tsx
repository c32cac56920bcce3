import type { ReactNode } from "react";
import { useText } from "../text.tsx";
import { Mark } from "../ui/mark.tsx";
import { Message } from "../ui/message.tsx";

interface MessagePageProps {
  readonly title: string;
  readonly text: ReactNode;
  readonly children?: ReactNode;
}

/** A page of its own that says one thing and what to do next. */
export function MessagePage({ title, text, children }: MessagePageProps) {
  const t = useText();
  return (
    <div className="shell">
      <title>{`${title} | ${t("shell.appName")}`}</title>
      <header className="top">
        <span className="brand">
          <Mark />
          {t("shell.appName")}
        </span>
      </header>
      <main className="main" id="main">
        <Message title={title} text={text} level={1}>
          {children}
        </Message>
      </main>
    </div>
  );
}
