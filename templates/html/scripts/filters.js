// Filters: what is not picked out leaves the lists and fades in the pictures; the address keeps the choice.
const choices = all("#filters select");
const tally = one("#tally");

function keeps(part) {
  return choices.every((choice) => {
    const kept = part.getAttribute(`data-${choice.name}`);
    return !choice.selectedIndex || kept === null || kept.split(" ").includes(String(choice.selectedIndex));
  });
}

function count(kind, place) {
  const listed = all(`${place} [data-kind="${kind}"]`);
  const left = listed.filter((each) => !each.hidden).length;
  return listed.length ? words[kind].replace("{shown}", left) : "";
}

function picked() {
  const query = new URLSearchParams();
  for (const each of choices) if (each.selectedIndex) query.set(each.name, each.value);
  return query;
}

function sift() {
  const query = picked();
  const active = query.size > 0;
  const gone = new Set();
  for (const part of all("main [data-of]")) {
    part.hidden = active && !keeps(part);
    if (part.hidden) gone.add(part.dataset.of);
  }
  for (const box of all("main .box")) box.hidden = all("li", box).every((each) => each.hidden) && active;
  for (const card of parts) card.classList.toggle("faded", gone.has(card.dataset.part));
  document.body.classList.toggle("filtering", active);
  if (!tally) return;
  tally.hidden = !active;
  const counts = [count("touch", "#stages"), count("pain", "#pains"), count("chance", "#chances")];
  one("b", tally).textContent = active ? counts.filter(Boolean).join(", ") : "";
  remember(address().anchor, query);
}

function choose(query) {
  for (const each of choices) {
    const found = [...each.options].findIndex((option) => option.value === query.get(each.name));
    each.selectedIndex = Math.max(0, found);
  }
  sift();
}

// A link leads somewhere even when a filter hides the place.
function reveal(target) {
  if (!target.closest("[data-of][hidden], .box[hidden]")) return;
  choose(new URLSearchParams());
  tell(words.lifted);
}

for (const each of choices) each.addEventListener("change", sift);
one("#everything")?.addEventListener("click", () => {
  choose(new URLSearchParams());
  (one("#filters").hidden ? one("#filter") : choices[0]).focus();
});
one("#filter")?.addEventListener("click", ({ currentTarget: button }) => {
  const filters = one("#filters");
  filters.hidden = !filters.hidden;
  button.setAttribute("aria-expanded", !filters.hidden);
  if (!filters.hidden) choices[0].focus();
});
