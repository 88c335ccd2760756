// What all the others use. The page is complete without any of this: what needs it is shown only now.
performance.mark("cjm-begin");
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const said = one("#said");
const words = said.dataset;
let hush;

for (const each of all("[data-script]")) each.hidden = false;

function tell(text) {
  clearTimeout(hush);
  said.textContent = text;
  hush = setTimeout(() => { said.textContent = ""; }, 6000);
}

function make(name, kind = "", text = "") {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  if (text) made.textContent = text;
  return made;
}

// A copy whose ids are its own, and what refers to them inside it.
function copyOf(node, begin) {
  const copy = node.cloneNode(true);
  const inside = [copy, ...all("*", copy)];
  const ids = new Set(inside.map((each) => each.id).filter(Boolean));
  for (const each of inside) {
    for (const { name, value } of [...each.attributes]) {
      if (name === "id") each.id = begin + value;
      else if (name.startsWith("aria-")) {
        if (value.split(" ").every((id) => ids.has(id)) && value) each.setAttribute(name, value.split(" ").map((id) => begin + id).join(" "));
      } else if (value.includes("url(#")) each.setAttribute(name, value.replace("url(#", `url(#${begin}`));
    }
  }
  return copy;
}

// The same under another name: a heading of another level, a header that is no landmark.
function renamed(node, name) {
  const made = make(name, node.className);
  made.append(...node.childNodes);
  node.replaceWith(made);
  return made;
}

function decoded(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}

// The address says the place and, after a question mark, what is picked out: `#t-pay?channel=web`.
function address() {
  const [, anchor, query] = /^#?([^?]*)\??(.*)$/s.exec(location.hash);
  return { anchor: decoded(anchor), query: new URLSearchParams(query) };
}

function remember(anchor, query) {
  const asked = query.toString();
  const hash = encodeURIComponent(anchor) + (asked ? `?${asked}` : "");
  history.replaceState(null, "", hash ? `#${hash}` : location.href.split("#")[0]);
}
