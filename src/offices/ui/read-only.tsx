import type { ReactNode } from "react";

/** A setting for who may see it only. */
export const ReadOnly = ({ label, children }: { label: string; children: ReactNode }) => (
  <dl className="settings__fact">
    <dt className="label">{label}</dt>
    <dd>{children}</dd>
  </dl>
);
