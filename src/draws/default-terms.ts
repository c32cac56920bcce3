/** Of each 100 places, until the ministry has said otherwise. The first two are bounds, which keep no place for anybody. */
export const DEFAULT_DRAW_TERMS = { emailPercent: 10, phonePercent: 10, needPercent: 8 } as const;
