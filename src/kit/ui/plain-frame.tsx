import type { ReactNode } from "react";
import { useText } from "../text.tsx";
import { Mark } from "./mark.tsx";

interface PlainFrameProps {
  /** Of the page; that of the page which is covered stays */
  readonly title?: string;
  readonly children: ReactNode;
}

/** The server says with the page when its offices and people are invented: who is not signed in is told so too. */
const isTrial = (): boolean => document.documentElement.dataset.trial === "yes";

/** The frame of pages that do not know the signed-in employee. */
export function PlainFrame({ title, children }: PlainFrameProps) {
  const t = useText();
  return (
    <div className="shell">
      {title && <title>{`${title} | ${t("shell.appName")}`}</title>}
      <header>
        {isTrial() && <p className="trial">{t("shell.trial")}</p>}
        <div className="top-bar">
          <span className="brand">
            <Mark />
            {t("shell.appName")}
          </span>
        </div>
      </header>
      <main className="main" id="main">
        {children}
      </main>
    </div>
  );
}
