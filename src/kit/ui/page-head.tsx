import type { ComponentProps, ReactNode } from "react";
import { Space } from "../text.tsx";

interface PageHeadProps {
  /** The subject of the page, above its title: mostly the office */
  readonly kicker: ReactNode;
  readonly title: ReactNode;
  /** For a heading that takes the focus, or names a part of the page */
  readonly heading?: ComponentProps<"h1">;
  readonly children?: ReactNode;
}

/** The head of a page: its only heading of the first level, and beside it what moves or changes the whole page. */
export const PageHead = ({ kicker, title, heading, children }: PageHeadProps) => (
  <div className="page-head">
    <h1 {...heading}>
      <span className="page-head__kicker">{kicker}</span>
      <Space />
      {title}
    </h1>
    {children}
  </div>
);
