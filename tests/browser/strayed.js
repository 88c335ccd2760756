// Lines that stand outside the group they belong to, or on one another.
boxes => {
  const found = [], letters = [];
  document.querySelectorAll('.cjm-group').forEach((group, number) => {
    const [left, top, right, bottom] = boxes[number];
    for (const line of group.querySelectorAll('tspan')) {
      const count = line.getNumberOfChars();
      if (!line.textContent.trim() || !count) continue;
      const [first, last] = [line.getExtentOfChar(0), line.getExtentOfChar(count - 1)];
      const box = {text: line.textContent, left: Math.min(first.x, last.x),
        right: Math.max(first.x + first.width, last.x + last.width),
        top: first.y + first.height * .25, bottom: first.y + first.height * .8};
      if (box.left < left - 1.5 || box.right > right + 1.5 || box.top < top - 3 || box.bottom > bottom + 3)
        found.push(['outside', box.text, box.left - left, right - box.right, box.top - top, bottom - box.bottom]);
      letters.push(box);
    }
  });
  letters.sort((a, b) => a.left - b.left);
  letters.forEach((box, number) => {
    for (let next = number + 1; next < letters.length && letters[next].left < box.right - 1; next++)
      if (letters[next].top < box.bottom && letters[next].bottom > box.top)
        found.push(['over one another', box.text, letters[next].text]);
  });
  return found;
}
