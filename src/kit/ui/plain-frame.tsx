import type { ReactNode } from "react";
import { useText } from "../text.tsx";
import { Mark } from "./mark.tsx";

interface PlainFrameProps {
  /** Of the page; that of the page which is covered stays */
  readonly title?: string;
  readonly children: ReactNode;
}

/** The frame of pages that do not know the signed-in employee. */
export function PlainFrame({ title, children }: PlainFrameProps) {
  const t = useText();
  return (
    <div className="shell">
      {title && <title>{`${title} | ${t("shell.appName")}`}</title>}
      <header className="top-bar">
        <span className="brand">
          <Mark />
          {t("shell.appName")}
        </span>
      </header>
      <main className="main" id="main">
        {children}
      </main>
    </div>
  );
}
