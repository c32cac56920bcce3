import type { SharesPreview } from "../../../draws/contract.ts";
import { useNumbers, useText } from "../../../kit/text.tsx";

interface EffectInShortProps {
  readonly preview: NonNullable<SharesPreview["preview"]>;
}

/** The numbers of the preview in sentences: who would lose, who would gain, and the seller. */
export function EffectInShort({ preview: { kinds, all, seller } }: EffectInShortProps) {
  const t = useText();
  const n = useNumbers();
  const of = (sign: 1 | -1): string =>
    kinds
      .filter(({ difference }) => difference * sign > 0)
      .map(({ kind, difference }) => t(`drawTerms.some-${kind}`, { count: difference * sign }))
      .join(", ");
  const [fewer, more] = [of(-1), of(1)];
  const rounded = ({ mean }: { readonly mean: number }) => n(Math.round(mean * 10) / 10);
  const [now, proposed] = [rounded(seller.now), rounded(seller.proposed)];
  return (
    <div className="note">
      <h4>{t("drawTerms.in-short")}</h4>
      {!fewer && !more && <p>{t("drawTerms.in-short-same")}</p>}
      {fewer && <p>{t("drawTerms.in-short-fewer", { kinds: fewer })}</p>}
      {more && <p>{t("drawTerms.in-short-more", { kinds: more })}</p>}
      {all.difference < 0 && <p>{t("drawTerms.in-short-empty", { count: -all.difference })}</p>}
      <p>
        {now === proposed
          ? t("drawTerms.in-short-seller-same", { now })
          : t("drawTerms.in-short-seller", { now, proposed })}
      </p>
    </div>
  );
}
