const PAUSE = 40; // ms without a keystroke before Python is asked

function render({ model, el: root }) {
  root.classList.add("ec");
  const id = uid("portfolio");
  let at = 0; // the story that is open
  let asked = 0;
  let timer = null;
  let rows = model.get("stories").map((row) => ({ ...row }));
  const blank = () => ({ title: "", text: "", when: "", fits: [] });

  const summary = el("p", { class: "told outcome", role: "status" });
  const list = el("ul", { class: "stories", "aria-label": "Your stories" });
  const title = el("input", { id: `${id}-title`, type: "text", maxlength: 80, oninput: () => edit("title", title.value) });
  const when = el("input", { id: `${id}-when`, type: "month", oninput: () => edit("when", when.value) });
  const text = el("textarea", { id: `${id}-text`, class: "lines", rows: 8, oninput: () => edit("text", text.value) });
  const form = el("div", { class: "story" },
    el("label", { class: "lede above", for: `${id}-title` }, "Title; each story needs its own"), title,
    el("label", { class: "lede above", for: `${id}-when` }, "When was it? (year-month)"), when,
    el("label", { class: "lede above", for: `${id}-text` }, "The story, as you would tell it"), text);
  const add = el("button", { type: "button", class: "second", onclick: () => { rows.push(blank()); open(rows.length - 1); title.focus(); } }, "Add a story");
  const drop = el("button", { type: "button", class: "second", onclick: () => { rows.splice(at, 1); push(); open(Math.max(0, at - 1)); add.focus(); } }, "Remove this story");
  const example = el("button", { type: "button", class: "second", onclick: () => model.send({ act: "example" }) }, "Try it with eight stories of other people");
  const legend = el("p", { class: "soft" }, "How many questions a story is taken along for, of those that it fits.");
  const flags = el("div", { class: "cards" });
  const gaps = el("div", {});
  const without = reveal("", el("ul", { class: "gaps" })); // made once, so that it stays open while one types
  const question = el("select", { id: `${id}-question`, onchange: () => drawFit() });
  const fit = el("div", {});
  const table = el("div", {}, el("label", { class: "lede above", for: `${id}-question` }, "Which story answers"), question, fit);
  const trouble = el("p", { class: "trouble", role: "alert" });
  const saving = el("div", { class: "line" }, ...[["md", "Markdown"], ["html", "a page"], ["pdf", "PDF"]].map(([kind, name]) =>
    el("button", { type: "button", class: "second", onclick: () => model.send({ act: "save", form: kind }) }, `Story sheet as ${name}`)));

  root.append(el("h3", {}, "Story portfolio"), summary,
    el("div", { class: "two" },
      el("div", {}, list, legend, el("div", { class: "line" }, add, drop, example), form),
      el("div", {}, flags,
        table, gaps, saving)),
    trouble);

  function push() {
    asked = performance.now();
    model.set("stories", rows.map((row) => ({ ...row })));
    model.save_changes();
  }
  function edit(name, value) {
    if (!rows.length) rows.push(blank());
    rows[at][name] = value;
    clearTimeout(timer);
    timer = setTimeout(push, PAUSE);
  }
  function open(place) {
    at = place;
    const row = rows[at] || blank();
    title.value = row.title;
    when.value = (row.when || "").slice(0, 7);
    text.value = row.text;
    drawList();
  }

  const view = () => model.get("view");
  const plain = (name) => name.split(/\s+/).join(" ").trim(); // as Python tells stories apart
  const told = (name) => view().rows.findIndex((row) => row.title === name);
  const named = (name) => rows.find((row) => plain(row.title) === name);
  function drawList() {
    const focused = [...list.querySelectorAll("button")].indexOf(document.activeElement);
    list.replaceChildren(...rows.map((row, i) => {
      const seen = view().rows[told(plain(row.title))];
      const state = !seen ? (row.title.trim() ? "title taken twice" : "needs a title") : seen.chosen ? `take along: ${seen.answers} of ${seen.can}` : seen.can ? `stays home: 0 of ${seen.can}` : "fits none yet";
      return el("li", {}, el("button", { type: "button", "aria-pressed": `${i === at}`, onclick: () => open(i) },
        el("span", { class: "what" }, row.title || "(no title)"),
        el("span", { class: "word" }, state),
        el("span", { class: "track", "aria-hidden": "true" }, el("i", { class: "here-to", style: `width:${seen ? (100 * seen.can) / Math.max(1, view().questions.length) : 0}%` })),
        el("span", { class: "soft" }, seen && seen.principles.length ? seen.principles.slice(0, 3).join(", ") + (seen.principles.length > 3 ? ` and ${seen.principles.length - 3} more` : "") : "no principle shown yet")));
    }));
    list.querySelectorAll("button")[focused]?.focus();
    drop.disabled = !rows.length;
    legend.hidden = !rows.length;
    example.hidden = rows.length > 0;
  }
  function drawFit() {
    const { fit: all, least, rows: seen, questions } = view();
    const fits = all[question.value] || [];
    const order = seen.map((row, i) => ({ ...row, fit: fits[i] })).sort((a, b) => b.fit - a.fit);
    const by = (questions.find((it) => it.id === question.value) || {}).by;
    const focused = fit.contains(document.activeElement) ? document.activeElement.value : null;
    const mark = (name) => el("input", { type: "checkbox", value: name, checked: (named(name)?.fits || []).includes(question.value), onchange: (event) => {
      const row = named(name);
      row.fits = (row.fits || []).filter((it) => it !== question.value).concat(event.target.checked ? [question.value] : []);
      push();
    } });
    fit.replaceChildren(el("ol", { class: "fits" }, ...order.map((row) => el("li", {},
      el("span", {}, row.title, row.title === by ? el("b", {}, " (this one)") : null),
      el("span", { class: "track", "aria-hidden": "true" }, el("i", { class: "goal", style: `left:${least}%;width:${100 - least}%` }), el("i", { class: "here", style: `left:min(${row.fit}%, 100% - 3px)` })),
      el("span", { class: "number" }, `${row.fit}`, el("span", { class: "sr" }, ` of 100`)),
      el("label", { class: "check" }, mark(row.title), "it answers this")))),
      el("p", { class: "soft" }, order.length ? `A fit of ${least} or more answers. Where you know better, say so.` : ""));
    if (focused !== null) [...fit.querySelectorAll("input")].find((it) => it.value === focused)?.focus();
  }
  function draw() {
    const it = view();
    summary.textContent = it.summary;
    flags.replaceChildren(...it.flags.map(({ tone, word, title: name, why }) => card({ tone, word, title: name, why })));
    const chosen = question.value;
    question.replaceChildren(...it.questions.map(({ id: name, text: words, by }) => el("option", { value: name }, `${by || !rows.length ? "" : "(gap) "}${words}`)));
    if (it.questions.some(({ id: name }) => name === chosen)) question.value = chosen;
    without.querySelector("summary").textContent = `Without a story: ${it.gaps.length + it.more} questions`;
    without.querySelector("ul").replaceChildren(...it.gaps.map(({ text: words }) => el("li", {}, words)), ...(it.more ? [el("li", {}, `and ${it.more} more`)] : []));
    gaps.replaceChildren(...(rows.length && it.gaps.length ? [without] : []), ...(rows.length && it.uncovered.length ? [el("p", { class: "soft" }, `No story shows: ${it.uncovered.join(", ")}.`)] : []));
    table.hidden = !it.rows.length;
    saving.hidden = !it.rows.some((row) => row.chosen);
    drawList();
    drawFit();
    if (asked) root.dataset.milliseconds = `${Math.round(performance.now() - asked)}`; // from asking Python to here
  }
  model.on("change:view", draw);
  model.on("change:stories", () => {
    const now = model.get("stories");
    if (rows.length) return; // what is on the page is what the learner types
    rows = now.map((row) => ({ ...row }));
    open(0);
  });
  model.on("change:trouble", () => { trouble.textContent = model.get("trouble"); });
  model.on("msg:custom", ({ file }) => { if (file) saveFile(file); });
  trouble.textContent = model.get("trouble");
  open(0);
  draw();
  return () => { if (timer) { clearTimeout(timer); push(); } };
}

export default { render };
