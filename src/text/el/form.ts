/** Every form: what is kept of it, what colleagues changed meanwhile, and what must be seen before it is done. */
export const form = {
  kept: "Δεν αποθηκεύτηκε ακόμη. Ό,τι γράψατε κρατήθηκε και θα το βρείτε όταν επιστρέψετε.",
  found: "Αυτά είχατε γράψει πριν φύγετε. Δεν έχουν αποθηκευτεί ακόμη.",
  restart: "Από την αρχή",
  "overtaken-title": "Άλλαξε στο μεταξύ.",
  "overtaken-means": "Αν αποθηκεύσετε, θα ισχύσει ό,τι γράψατε.",
  overtaken: "{{field}}: ήταν «{{was}}», τώρα είναι «{{now}}».",
  "overtaken-mine": "{{field}}: ήταν «{{was}}», τώρα είναι «{{now}}», γράψατε «{{mine}}».",
  "look-first": "Δείτε πρώτα τι θα γίνει.",
} as const;
