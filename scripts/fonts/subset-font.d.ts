/** The package brings no types. */
declare module "subset-font" {
  interface Subset {
    readonly targetFormat: "woff2";
    readonly variationAxes: Readonly<Record<string, { readonly min: number; readonly max: number }>>;
    readonly keepFeatures: readonly string[];
    readonly noHinting: boolean;
  }
  function subsetFont(font: Buffer, signs: string, subset: Subset): Promise<Buffer>;
  export = subsetFont;
}
