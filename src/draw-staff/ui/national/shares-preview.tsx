import { useMutation } from "@tanstack/react-query";
import type { SharesPreview } from "../../../draws/contract.ts";
import { termRangeErrors } from "../../../draws/terms/terms-rules.ts";
import type { Texts } from "../../../kit/form/typing.ts";
import { useNumbers, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { previewShares } from "../queries.ts";
import { EffectInShort } from "./effect-in-short.tsx";
import { termsIn } from "./use-terms.ts";

/** What the shares that are typed would have changed in the last draw, once it is asked for. */
export function SharesPreviewPart({ values }: { readonly values: Texts }) {
  const t = useText();
  const { emailPercent, phonePercent } = termsIn(values);
  const shares = { emailPercent, phonePercent };
  const asking = useMutation({ mutationFn: previewShares });
  const isOfThese = JSON.stringify(asking.variables) === JSON.stringify(shares);
  const isWrong = termRangeErrors(shares).length > 0;
  return (
    <section className="draws__sheet sheet" aria-labelledby="draw-preview">
      <h3 id="draw-preview">{t("drawTerms.preview")}</h3>
      <p className="hint">{t("drawTerms.preview-hint")}</p>
      <div className="group">
        <Button
          isOff={isWrong}
          aria-disabled={asking.isPending || isWrong}
          onClick={() => !isWrong && asking.mutate(shares)}
        >
          {t("drawTerms.preview-do")}
        </Button>
      </div>
      <div role="status">
        {asking.isPending && t("shell.loading")}
        {isOfThese && asking.data && <Preview preview={asking.data.preview} />}
      </div>
      <p className="hint">
        {t("drawTerms.told-in")} <a href="/draws/how">{t("drawTerms.how-page")}</a>
      </p>
      {asking.error && <LoadFailed error={asking.error} onRetry={() => asking.mutate(shares)} />}
    </section>
  );
}

function Preview({ preview }: { readonly preview: SharesPreview["preview"] }) {
  const t = useText();
  const n = useNumbers();
  if (!preview) return t("drawTerms.no-preview");
  const { draw, all, places, kinds } = preview;
  const rows = [
    ...kinds.map(({ kind, ...effect }) => ({ name: t(`drawTerms.kind-${kind}`, { count: effect.wishes }), ...effect })),
    { name: t("drawTerms.sum", { count: all.wishes }), ...all },
  ];
  return (
    <>
      <p>{t("drawTerms.preview-of", { draw, wishes: all.wishes, places })}</p>
      <table className="ministry__table">
        <thead>
          <tr>
            <th scope="col">{t("drawTerms.got")}</th>
            <th scope="col">{t("drawTerms.now")}</th>
            <th scope="col">{t("drawTerms.proposed")}</th>
            <th scope="col">{t("drawTerms.difference")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, now, proposed, difference }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{n(now)}</td>
              <td>{n(proposed)}</td>
              <td>{difference > 0 ? `+${n(difference)}` : n(difference).replace("-", "−")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Seller preview={preview} />
      <EffectInShort preview={preview} />
    </>
  );
}

/** Places of somebody with many mailboxes, as bars from nothing to all places. */
function Seller({ preview }: { readonly preview: NonNullable<SharesPreview["preview"]> }) {
  const t = useText();
  const n = useNumbers();
  const { seller, shares, places } = preview;
  const rounded = (mean: number) => n(Math.round(mean * 10) / 10);
  const bars = [
    {
      name: t("drawTerms.seller-fastest"),
      mean: seller.fastest,
      words: t("drawTerms.up-to", { count: seller.fastest }),
    },
    { name: t("drawTerms.seller-unbounded"), ...seller.unbounded },
    { name: t("drawTerms.seller-now", { percent: shares.now.emailPercent }), ...seller.now },
    { name: t("drawTerms.seller-proposed", { percent: shares.proposed.emailPercent }), ...seller.proposed },
    { name: t("drawTerms.seller-taxisnet"), ...seller.taxisnet },
  ].map(({ name, mean, ...bar }) => ({ name, mean, words: "words" in bar ? bar.words : rounded(mean) }));
  return (
    <>
      <h4>{t("drawTerms.seller", { mailboxes: seller.mailboxes })}</h4>
      <p className="hint">{t("drawTerms.seller-hint", { tries: seller.tries })}</p>
      <ul className="draw-bars">
        {bars.map(({ name, mean, words }) => (
          <li key={name}>
            <span>{name}</span>
            <meter aria-hidden="true" min={0} max={Math.max(places, 1)} value={mean} />
            <b>{words}</b>
          </li>
        ))}
      </ul>
    </>
  );
}
