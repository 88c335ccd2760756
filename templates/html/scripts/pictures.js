// Pictures: one stop of the Tab key each, arrows go from card to card, badges say where there are findings.
const parts = all(".part a[data-part]");
const SVG = "http://www.w3.org/2000/svg";

function drawn(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function middle(card) {
  const box = card.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}

// The nearest card in the direction of an arrow: straight ahead counts more than aside.
function towards(card, cards, key) {
  const [x, y] = middle(card);
  const across = key === "ArrowLeft" || key === "ArrowRight";
  const forward = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
  const far = cards.filter((each) => each !== card).map((each) => {
    const [left, top] = middle(each);
    const [ahead, aside] = across ? [(left - x) * forward, top - y] : [(top - y) * forward, left - x];
    return { each, ahead, cost: ahead + 3 * Math.abs(aside) };
  });
  return far.filter(({ ahead }) => ahead > 1).sort((a, b) => a.cost - b.cost)[0]?.each;
}

function rove(paper) {
  const cards = all("a[data-part]", paper);
  const hold = (card) => { for (const each of cards) each.tabIndex = each === card ? 0 : -1; };
  if (cards.length) hold(cards[0]);
  paper.addEventListener("focusin", (event) => { if (cards.includes(event.target)) hold(event.target); });
  paper.addEventListener("keydown", (event) => {
    const card = event.target.closest("a[data-part]");
    if (!card || event.altKey || event.ctrlKey || event.metaKey) return;
    const ends = { Home: cards[0], End: cards[cards.length - 1] };
    const next = ends[event.key] || (event.key.startsWith("Arrow") ? towards(card, cards, event.key) : null);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

function badge(card, count) {
  const box = card.getBBox();
  const sign = drawn("g", { class: "badge", transform: `translate(${box.x + box.width - 4} ${box.y + box.height})`, "aria-hidden": "true" });
  const text = drawn("text", { y: "3.4" });
  text.textContent = count;
  sign.append(drawn("circle", { r: "8" }), text);
  card.append(sign);
}

for (const each of all(".paper")) rove(each);
for (const flag of all("article.touch > .told > .named .flag")) {
  const id = flag.closest("article").id;
  for (const card of parts.filter((each) => each.dataset.part === id && one(".cjm-plate", each))) {
    badge(card, /\d+/.exec(flag.textContent)[0]);
    one("title", card)?.append(`, ${flag.textContent.trim()}`);
  }
}
for (const button of all(".fitting")) {
  button.addEventListener("click", () => {
    const fits = button.closest(".picture").querySelector(".paper").classList.toggle("fit");
    button.setAttribute("aria-pressed", fits);
  });
}
