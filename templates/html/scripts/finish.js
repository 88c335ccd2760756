// Begin where the address says: the choice first, then the place.
function arrive() {
  const { anchor, query } = address();
  const asked = choices.some((each) => query.has(each.name));
  if (asked) choose(query);
  else if (picked().size) remember(anchor, picked());
  const target = document.getElementById(anchor);
  if (!target) return;
  const article = target.closest("article.touch");
  if (asked || article) target.scrollIntoView();
  if (article) open(article, target === article ? null : anchor);
}

arrive();
addEventListener("hashchange", arrive);
performance.mark("cjm-end");
