import type { ReactNode } from "react";

/** A setting for a clerk who may only see it. */
export const ReadOnly = ({ label, children }: { label: string; children: ReactNode }) => (
  <dl className="settings__fact">
    <dt className="label">{label}</dt>
    <dd className="settings__words">{children}</dd>
  </dl>
);
