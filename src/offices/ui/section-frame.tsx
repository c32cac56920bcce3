import { type ReactNode, useId } from "react";

interface SectionFrameProps {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly id?: string;
  readonly children: ReactNode;
}

export function SectionFrame({ title, hint, id, children }: SectionFrameProps) {
  const titleId = useId();
  return (
    <section className="sheet settings__section" id={id} aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      {hint && <p className="hint">{hint}</p>}
      {children}
    </section>
  );
}
