// Every run of text that stands outside the smallest box it belongs to.
// Line boxes may be lower than their letters.
() => {
  const boxes = '.box, .touch, .card, .band, .tile, .finding, .aim, .groups > *, .fact, td, tbody th, caption, nav li,'
    + 'main > section';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const text = walker.currentNode, parent = text.parentElement;
    if (!text.data.trim() || parent.closest('svg, .unseen, style, script, thead, .skip')) continue;
    if (parent.getBoundingClientRect().width < 2) continue;
    const box = parent.closest(boxes) || document.body;
    const edge = box.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const rect of range.getClientRects())
      if (rect.width > 0 && (rect.left < edge.left - 1 || rect.right > edge.right + 1 ||
          rect.top < edge.top - 6 || rect.bottom > edge.bottom + 6))
        found.push([box.className || box.tagName, text.data.trim().slice(0, 60), rect.left, rect.right, edge.right]);
  }
  return found;
}
