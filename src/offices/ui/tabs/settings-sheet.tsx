import { type ReactNode, useId } from "react";

interface SettingsSheetProps {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly children: ReactNode;
}

/** A part of a tab with a frame of its own: nothing of it is saved with the tab. */
export function SettingsSheet({ title, hint, children }: SettingsSheetProps) {
  const titleId = useId();
  return (
    <section className="sheet settings__sheet" aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      {hint && <p className="hint">{hint}</p>}
      {children}
    </section>
  );
}
