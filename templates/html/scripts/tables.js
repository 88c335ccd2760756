// Columns that can be sorted: the largest first, then the smallest, then as they were.
const TURNS = { none: "descending", descending: "ascending", ascending: "none" };
const WORDED = ["owner"];

function valueOf(row, column) {
  return one(`.of-${column}`, row)?.dataset.order ?? "";
}

function sorted(rows, column, turn) {
  if (turn === "none") return rows;
  const down = (turn === "descending") !== WORDED.includes(column) ? -1 : 1;
  const compare = (a, b) => a.localeCompare(b, document.documentElement.lang, { numeric: true });
  const filled = rows.filter((row) => valueOf(row, column));
  filled.sort((a, b) => down * compare(valueOf(a, column), valueOf(b, column)));
  return [...filled, ...rows.filter((row) => !valueOf(row, column))];
}

for (const head of all("th[data-sort]")) {
  const table = head.closest("table");
  const body = one("tbody", table);
  const rows = [...body.rows];
  const button = make("button", "", head.textContent);
  button.type = "button";
  head.replaceChildren(button);
  head.setAttribute("aria-sort", "none");
  button.addEventListener("click", () => {
    const turn = TURNS[head.getAttribute("aria-sort")];
    for (const each of all("th[data-sort]", table)) each.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", turn);
    body.append(...sorted(rows, head.dataset.sort, turn));
  });
}
