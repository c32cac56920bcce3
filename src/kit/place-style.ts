import type { CSSProperties } from "react";
import type { Span } from "./spans.ts";

/**
 * Places are numbers for the style sheet to multiply. React sets them one by one through the element's style object,
 * which the content security policy allows, unlike a style attribute in markup.
 */
export const placed = ({ from, to }: Span, range: Span): CSSProperties =>
  variables({ "--s": from - range.from, "--d": to - from });

export const variables = (values: Readonly<Record<`--${string}`, number | string>>): CSSProperties =>
  values as CSSProperties;
