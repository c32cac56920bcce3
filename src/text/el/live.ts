/** What desks see of each other, and how old what they see is. */
export const live = {
  live: "Ζωντανή ενημέρωση, {{time}}",
  polling: "Χωρίς ζωντανή ενημέρωση: ανανέωση κάθε {{seconds}}\u00a0δευτερόλεπτα",
  lost: "Χωρίς ζωντανή ενημέρωση. Τελευταία ενημέρωση στις {{time}}",
  filling: "Συμπληρώνει: {{names}}",
  justChanged: "μόλις άλλαξε",
  changed_one: "Άλλαξε {{count}}\u00a0ραντεβού από συνάδελφο.",
  changed_other: "Άλλαξαν {{count}}\u00a0ραντεβού από συναδέλφους.",
  yesterday: "Βλέπετε τη χθεσινή ημέρα.",
  earlier: "Βλέπετε περασμένη ημέρα: {{day}}.",
  todayIs: "Σήμερα είναι {{day}}.",
  toToday: "Στη σημερινή ημέρα",
} as const;
