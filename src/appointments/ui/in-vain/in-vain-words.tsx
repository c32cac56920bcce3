import { useText } from "../../../kit/text.tsx";

/** What the button says that opens the form; whoever does not see it hears whose visit it is of. */
export function InVainWords({ name, isNoted }: { name: string; isNoted: boolean }) {
  const t = useText();
  return (
    <>
      {t(isNoted ? "inVain.noted" : "inVain.act")}
      <span className="visually-hidden">{`: ${name}`}</span> <kbd aria-hidden="true">H</kbd>
    </>
  );
}
