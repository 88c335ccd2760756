// The journey on a wall: what it is, the whole map, a slide for each stage, and the work that comes next.
const show = one("#show");
const slide = one("#slide");
const CLOSED = ".status.done, .status.rejected";
const MANY = 6;
let slides = [];
let at = 0;

function framed(kind, ...inside) {
  const made = make("div", kind);
  made.append(...inside);
  return made;
}

function heading(text) {
  const made = make("h2", "", text);
  made.dir = "auto";
  return made;
}

function opening() {
  const name = one("h1").textContent;
  const aims = copyOf(one(".aims"), "show-");
  for (const each of all(".facts, blockquote", aims)) each.remove();
  return framed(name.length > 60 ? "opening long" : "opening", copyOf(one(".eyebrow"), "show-"), heading(name), aims, copyOf(one(".sentences"), "show-"));
}

function overview(picture) {
  const sizes = getComputedStyle(picture);
  const made = framed("wholly", copyOf(one(".sheet", picture), "show-"));
  for (const name of ["--whole", "--high", "--fixed"]) made.style.setProperty(name, sizes.getPropertyValue(name));
  return made;
}

function step(article) {
  const made = make("li", "step");
  const text = make("div");
  text.append(one("h4 bdi", article).cloneNode(true));
  const star = one(".star", article);
  if (star) text.append(" ", star.cloneNode(true));
  const feeling = one(".mood em", article);
  const meta = make("p", "meta", article.dataset.channels);
  if (feeling) meta.append(meta.textContent ? " · " : "", feeling.cloneNode(true));
  text.append(meta);
  made.append(copyOf(one(".rail .face", article), "show-"), text);
  return made;
}

function curve(number) {
  const strip = one("#summary .strip");
  if (!strip) return [];
  const copy = copyOf(strip, "show-");
  one(".scroll", copy).removeAttribute("tabindex");
  const bands = all("rect[class]", copy);
  const band = bands[number];
  const [start, end] = [band.x.baseVal.value, band.x.baseVal.value + band.width.baseVal.value];
  band.classList.add("here");
  all("text", copy)[number].classList.add("here");
  for (const each of all("use", copy)) each.classList.toggle("here", each.x.baseVal.value > start && each.x.baseVal.value < end);
  return [copy];
}

function column(title, items, kind = "") {
  if (!items.length) return [];
  const list = make("ul", items.length > MANY ? "lot" : "");
  list.append(...items);
  return [framed(kind, make("h3", "", title), list)];
}

function staged(chapter, number) {
  const band = renamed(framed("", copyOf(one(".band", chapter), "show-")).firstChild, "div");
  one(".flag", band)?.remove();
  const name = one("h3", band);
  name.replaceWith(heading(name.textContent));
  const steps = all("li[data-kind='touch']:not([hidden]) > article", chapter).map(step);
  const items = (kind) => all(`li[data-kind='${kind}']:not([hidden])`, chapter).map((each) => copyOf(each, "show-"));
  const columns = framed("columns-of",
    ...column(words.touches, steps),
    ...column(words.pains, items("pain"), "box hurts"),
    ...column(words.chances, items("chance"), "box helps"));
  return framed("staged", band, ...curve(number), columns);
}

function coming() {
  const rows = all("#chances tbody tr:not([hidden])").filter((row) => !one(CLOSED, row));
  const list = make("ol", rows.length > MANY ? "coming lot" : "coming");
  for (const row of rows) {
    const item = make("li");
    const about = make("p", "small");
    const head = one("th", row);
    for (const each of ["status", "owner", "due"]) {
      const cell = one(`.of-${each}`, row);
      if (cell.dataset.order) about.append(framed("", ...copyOf(cell, "show-").childNodes));
    }
    item.append(framed("", make("b", "", head.firstElementChild?.matches("a") ? head.firstElementChild.textContent : head.firstChild.textContent), about));
    list.append(item);
  }
  return rows.length ? [() => framed("", heading(words.coming), list)] : [];
}

function gathered() {
  const picture = one(".picture");
  const chapters = all(".stage").map((chapter, number) => () => staged(chapter, number));
  return [opening, ...(picture ? [() => overview(picture)] : []), ...chapters, ...coming()];
}

// Letters as large as the room allows; what does not fit even in small ones scrolls.
function fitted() {
  for (let size = 125; size >= 60; size -= 5) {
    slide.style.fontSize = `${size}%`;
    if (slide.scrollHeight <= slide.clientHeight) return;
  }
}

function turn(to) {
  at = Math.min(slides.length - 1, Math.max(0, to));
  const made = slides[at]();
  for (const each of all("a[href]", made)) each.removeAttribute("href");
  for (const each of all("[tabindex]", made)) each.removeAttribute("tabindex");
  slide.replaceChildren(made);
  slide.scrollTop = 0;
  fitted();
  one("#progress").textContent = `${at + 1} / ${slides.length}`;
  one(".before", show).disabled = at === 0;
  one(".after", show).disabled = at === slides.length - 1;
}

function present() {
  close();
  slides = gathered();
  const seen = all(".stage").findIndex((each) => each.id === address().anchor);
  show.showModal();
  turn(seen < 0 ? 0 : slides.findIndex((each) => each !== opening) + 1 + seen);
  slide.focus();
}

function full() {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
  done?.catch(() => {});
}

const KEYS = {
  ArrowRight: () => turn(at + 1), ArrowDown: () => turn(at + 1), PageDown: () => turn(at + 1),
  ArrowLeft: () => turn(at - 1), ArrowUp: () => turn(at - 1), PageUp: () => turn(at - 1),
  Home: () => turn(0), End: () => turn(slides.length - 1), f: full,
};
// The arrows that scroll a slide too long for the room scroll it first.
function scrolls(key) {
  const room = slide.scrollHeight - slide.clientHeight;
  return (key === "ArrowDown" && slide.scrollTop < room - 1) || (key === "ArrowUp" && slide.scrollTop > 1);
}

show.addEventListener("keydown", (event) => {
  const act = KEYS[event.key];
  if (!act || event.altKey || event.ctrlKey || event.metaKey || scrolls(event.key)) return;
  event.preventDefault();
  act();
});
show.addEventListener("close", () => { if (document.fullscreenElement) document.exitFullscreen(); one("#present").focus(); });
one(".close", show).addEventListener("click", () => show.close());
one(".before", show).addEventListener("click", () => turn(at - 1));
one(".after", show).addEventListener("click", () => turn(at + 1));
one(".full", show).addEventListener("click", full);
document.addEventListener("fullscreenchange", () => one(".full", show).setAttribute("aria-pressed", Boolean(document.fullscreenElement)));
addEventListener("resize", () => { if (show.open) fitted(); });
document.addEventListener("keydown", (event) => { if (event.key === "F8" && !show.open && one("#present")) present(); });
one("#present")?.addEventListener("click", present);
