// A picture as an image: on the clipboard where the browser lets a page write to it, else as a file.
const SHOWN = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stop-color", "stop-opacity", "opacity", "font-family", "font-size", "font-weight", "text-anchor"];
const SHARP = 2;
const WIDEST = 16000;
const LARGEST = 6e7;

// As it is on the screen, in colours that need no style sheet.
function standing(picture) {
  const sizes = getComputedStyle(picture);
  const [whole, high] = ["--whole", "--high"].map((name) => Number(sizes.getPropertyValue(name)));
  const made = drawn("svg", { xmlns: SVG, width: whole, height: high, viewBox: `0 0 ${whole} ${high}` });
  for (const own of all(".part > svg", picture)) {
    const copy = own.cloneNode(true);
    const copies = all("*", copy);
    all("*", own).forEach((each, number) => {
      const style = getComputedStyle(each);
      for (const name of SHOWN) copies[number].setAttribute(name, style.getPropertyValue(name));
      copies[number].removeAttribute("class");
    });
    copy.setAttribute("x", own.viewBox.baseVal.x);
    made.append(copy);
  }
  return made;
}

function loaded(address) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = reject;
    image.src = address;
  });
}

async function painted(svg) {
  const [whole, high] = [Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))];
  const scale = Math.min(SHARP, WIDEST / whole, WIDEST / high, Math.sqrt(LARGEST / (whole * high)));
  const text = new XMLSerializer().serializeToString(svg);
  const image = await loaded(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`);
  const canvas = make("canvas");
  canvas.width = Math.round(whole * scale);
  canvas.height = Math.round(high * scale);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function save(canvas, name) {
  const link = make("a");
  link.href = canvas.toDataURL("image/png");
  link.download = `${name}.png`;
  link.click();
}

async function copied(picture) {
  const canvas = painted(standing(picture));
  const image = canvas.then((made) => new Promise((resolve) => { made.toBlob(resolve, "image/png"); }));
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": image })]);
    return words.copied;
  } catch {
    save(await canvas, `${document.title} – ${picture.id}`);
    return words.saved;
  }
}

for (const button of all(".copying")) {
  button.addEventListener("click", async () => {
    try { tell(await copied(button.closest(".picture"))); } catch { tell(words.failed); }
  });
}
