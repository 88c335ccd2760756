// The panel: everything known about a touchpoint, beside the picture that it was opened from.
const panel = one("#panel");
const touches = all("article.touch");
const narrow = matchMedia("(max-width: 48rem)");
let opener = null;
let current = null;

// Headings of the chapter stand five levels deep; here they are the second and third.
function levelled(copy) {
  for (const each of all(".group > .name", copy)) renamed(each, "h3");
  for (const each of all("header", copy)) renamed(each, "div");
  return copy;
}

function title(article) {
  const made = make("h2");
  made.id = "panel-name";
  made.tabIndex = -1;
  made.append(copyOf(one(".rail .face", article), "panel-"), " ", one("h4 bdi", article).cloneNode(true));
  return made;
}

function findingsOf(article) {
  const own = all("#findings .finding").filter((each) => {
    const target = document.getElementById(decoded(one("a", each)?.hash.slice(1) ?? ""));
    return target && article.contains(target);
  });
  const list = make("ol", "findings");
  list.append(...own.map((each) => copyOf(each, "panel-")));
  return own.length ? [make("h3", "label", one("#h-findings").textContent), list] : [];
}

function fill(article) {
  const told = levelled(copyOf(one(".told", article), "panel-"));
  for (const each of all("[hidden]", told)) each.hidden = false;
  one("h4", told).remove();
  one(".flag", told)?.remove();
  const way = one("#in-report").content.cloneNode(true);
  one("a", way).href = `#${encodeURIComponent(article.id)}`;
  one(".inside", panel).replaceChildren(title(article), told, ...findingsOf(article), way);
  one(".top .label", panel).textContent = one(".band h3", article.closest(".stage")).textContent;
}

function mark(article) {
  document.body.classList.toggle("paneled", article !== null);
  for (const card of parts) card.classList.toggle("chosen", article !== null && card.dataset.part === article.id);
  const card = parts.find((each) => article && each.dataset.part === article.id && each.closest(".paper").contains(opener));
  card?.scrollIntoView({ block: "nearest", inline: "center" });
}

function reach(step) {
  const left = touches.filter((each) => each === current || !each.closest("[data-of]").hidden);
  return left[left.indexOf(current) + step];
}

function open(article, part = null) {
  if (!panel.open) {
    opener = document.activeElement;
    if (narrow.matches) panel.showModal(); else panel.show();
  }
  current = article;
  fill(article);
  panel.setAttribute("aria-labelledby", "panel-name");
  mark(article);
  one(".before", panel).disabled = !reach(-1);
  one(".after", panel).disabled = !reach(1);
  panel.scrollTop = 0;
  one("#panel-name").focus({ preventScroll: true });
  const place = part && document.getElementById(`panel-${part}`);
  place?.classList.add("marked");
  place?.scrollIntoView({ block: "center" });
  remember(article.id, picked());
}

function close() {
  if (panel.open) panel.close();
}

panel.addEventListener("close", () => {
  mark(null);
  if (address().anchor === current?.id) remember("", picked());
  current = null;
  opener?.focus?.();
});
one(".close", panel).addEventListener("click", close);
one(".before", panel).addEventListener("click", () => open(reach(-1)));
one(".after", panel).addEventListener("click", () => open(reach(1)));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && panel.open && !one("#show").open) close();
});

// Any link to a touchpoint, or to something inside one, opens the panel; only its own last link goes there.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href^='#']");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const id = decoded(link.getAttribute("href").slice(1));
  const target = document.getElementById(id);
  const article = target?.closest("article.touch");
  if (article && !link.closest(".away")) {
    event.preventDefault();
    open(article, target === article ? null : id);
  } else if (target) {
    opener = target;
    close();
    reveal(target);
  }
});
