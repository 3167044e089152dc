// Full-text search over the sections of all pages. The index is a script, so that it also
// loads from a folder on a disk.
"use strict";
(() => {
  const MOST = 40;
  const AROUND = 90;
  const results = document.getElementById("results");
  const count = document.getElementById("count");
  const query = document.getElementById("query");
  let sections = null;

  // Same length as the text: positions found in it are positions in the text.
  const fold = (text) =>
    Array.from(text, (char) => {
      const plain = char.normalize("NFD")[0].toLowerCase();
      return plain.length === char.length ? plain : char;
    }).join("");

  window.courseIndex = (rows) => {
    sections = rows.map(([url, page, heading, text]) => ({
      url, page, heading, text,
      inPage: fold(page), inHeading: fold(heading), inText: fold(text),
    }));
    run();
  };

  const times = (text, word) => text.split(word).length - 1;
  const startsAt = (text, word) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1])) return true;
    }
    return false;
  };

  const score = (section, words) => {
    let sum = 0;
    for (const word of words) {
      const found = 12 * times(section.inHeading, word) + 6 * times(section.inPage, word) +
        Math.min(4, times(section.inText, word));
      if (!found) return 0;
      const whole = [section.inHeading, section.inPage, section.inText]
        .some((text) => startsAt(text, word));
      sum += whole ? 2 * found : found;
    }
    return sum;
  };

  const marked = (text, folded, words) => {
    const made = document.createDocumentFragment();
    let at = 0;
    while (at < text.length) {
      let next = null;
      for (const word of words) {
        const found = folded.indexOf(word, at);
        if (found >= 0 && (!next || found < next.at)) next = { at: found, length: word.length };
      }
      if (!next) break;
      made.append(text.slice(at, next.at));
      const mark = document.createElement("mark");
      mark.textContent = text.slice(next.at, next.at + next.length);
      made.append(mark);
      at = next.at + next.length;
    }
    made.append(text.slice(at));
    return made;
  };

  const snippet = (section, words) => {
    const first = Math.min(...words.map((word) => {
      const at = section.inText.indexOf(word);
      return at < 0 ? Infinity : at;
    }));
    const middle = Number.isFinite(first) ? first : 0;
    const start = middle <= AROUND ? 0 : section.text.indexOf(" ", middle - AROUND) + 1;
    const end = Math.min(section.text.length, middle + 2 * AROUND);
    const line = document.createElement("p");
    if (start > 0) line.append("… ");
    line.append(marked(section.text.slice(start, end), section.inText.slice(start, end), words));
    if (end < section.text.length) line.append(" …");
    return line;
  };

  const show = (section, words) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = section.url;
    const title = section.heading ? `${section.page}: ${section.heading}` : section.page;
    link.append(marked(title, fold(title), words));
    item.append(link, snippet(section, words));
    return item;
  };

  const run = () => {
    const words = fold(query.value).split(/\s+/).filter(Boolean);
    results.replaceChildren();
    if (!words.length) {
      count.textContent = "";
      return;
    }
    if (!sections) return;
    const found = sections
      .map((section) => ({ section, score: score(section, words) }))
      .filter((each) => each.score > 0)
      .sort((a, b) => b.score - a.score);
    const more = found.length > MOST ? `, the best ${MOST} are shown` : "";
    count.textContent = found.length === 1 ? "1 place" : `${found.length} places${more}`;
    results.append(...found.slice(0, MOST).map((each) => show(each.section, words)));
  };

  query.value = new URLSearchParams(location.search).get("q") ?? "";
  query.addEventListener("input", run);
  query.form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  count.textContent = "Loading the index";
  const script = document.createElement("script");
  script.src = results.dataset.index;
  script.onerror = () => { count.textContent = "The search index could not be loaded."; };
  document.head.append(script);
})();
