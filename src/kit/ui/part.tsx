import { type FunctionComponent, use, useEffect, useState } from "react";
import { PartMissing } from "./part-missing.tsx";

/**
 * A part of the page whose code comes when it is wanted, or was fetched before. What it draws is not asked ("void"): a page
 * asks in turn which addresses there are.
 */
type Part<Component> = Component extends (props: infer Props) => void
  ? FunctionComponent<Props> & { preload(): Promise<void> }
  : never;

/**
 * Once its code is there it is drawn at once. Where it can't be had, it says so in its place, and the page goes on.
 * @param name of the component in its file
 */
export function lazyPart<Code extends object, Name extends keyof Code>(
  load: () => Promise<Code>,
  name: Name,
): Part<Code[Name]> {
  let code: Code | null = null;
  let attempt: Promise<Code | null> | null = null;
  const fetchCode = () =>
    (attempt ??= load().then(
      (loaded) => (code = loaded),
      () => null,
    ));
  const forgetFailure = () => {
    if (!code) attempt = null;
  };
  /** It stays the one or the other, or what was typed in it would be lost. */
  function PartOfPage(props: object) {
    const [here] = useState(code);
    return here ? draw(here, props) : <PartOnItsWay {...props} />;
  }
  function PartOnItsWay(props: object) {
    const [, setTries] = useState(0);
    const [retry] = useState(() => () => {
      forgetFailure();
      setTries((tries) => tries + 1);
    });
    useEffect(() => forgetFailure, []);
    const loaded = use(fetchCode());
    return loaded ? draw(loaded, props) : <PartMissing onRetry={retry} />;
  }
  const draw = (loaded: Code, props: object) => {
    const Component = loaded[name] as FunctionComponent;
    return <Component {...props} />;
  };
  return Object.assign(PartOfPage, { preload: () => fetchCode().then(forgetFailure) }) as Part<Code[Name]>;
}
