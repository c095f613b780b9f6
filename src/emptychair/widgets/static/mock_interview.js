function choose(view, begin) {
  const { wishes } = view;
  const pick = (items, chosen) => Math.max(items.findIndex(({ value }) => value === chosen), 0);
  const lengths = choiceList({ legend: "How long?", choices: view.lengths.map(({ label }) => label), chosen: pick(view.lengths, wishes.count) });
  const hard = choiceList({ legend: "How difficult?", choices: view.difficulties.map(({ label }) => label), chosen: pick(view.difficulties, wishes.difficulty) });
  const boxes = view.principles.map(({ name, label, count }) => {
    const box = el("input", { type: "checkbox", value: name, checked: wishes.principles.includes(name) });
    return { name, box, node: el("label", { class: "check" }, box, `${label} (${count})`) };
  });
  const views = el("input", { type: "checkbox", checked: wishes.views });
  const start = el("button", { type: "button", class: "primary", onclick: () => begin({
    count: view.lengths[lengths.value()].value,
    difficulty: view.difficulties[hard.value()].value,
    principles: boxes.filter(({ box }) => box.checked).map(({ name }) => name),
    views: views.checked,
  }) }, "Begin the interview");
  return el("div", {},
    el("p", { class: "lede" }, "Questions you have not had come first. For practice only: Amazon bars AI help in its interviews, and nothing here is of use during one."),
    el("div", { class: "two" },
      el("div", {}, lengths.node, el("fieldset", { class: "checks" }, el("legend", {}, "Which principles? None means any. In brackets: questions in the bank."), ...boxes.map(({ node }) => node))),
      el("div", {}, hard.node, el("label", { class: "check above" }, views, "Also questions that want a view, not a story"), el("div", { class: "line" }, start))));
}

function past(rows, show) {
  if (!rows.length) return null;
  return el("div", { class: "past" }, el("p", { class: "word" }, "All interviews so far"),
    el("ol", { class: "trend" }, ...rows.map(({ line, score }, index) => el("li", {},
      el("span", {}, line),
      el("span", { class: "track", "aria-hidden": "true" }, score === null ? null : el("i", { class: "here-to", style: `width:${score}%` })),
      el("button", { type: "button", class: "second", onclick: () => show(index) }, "Report", el("span", { class: "sr" }, ` of ${line}`))))));
}

function answer(it, n) {
  const follow = it.follow_ups.map((turn) => card({
    tone: turn.survived ? "good" : "warn", word: turn.survived ? "Survived" : "Open", title: turn.asked,
    why: turn.reply ? `“${turn.reply}”` : "(passed)", body: el("p", {}, turn.became),
  }));
  return el("section", { class: "judged" },
    el("h4", {}, `${n}. ${it.question}`), el("p", { class: "told" }, it.score), el("p", { class: "soft" }, it.how),
    el("div", { class: "two" },
      el("div", {}, it.answer ? reveal("Your answer", el("blockquote", {}, it.answer)) : null,
        ...it.gates.map((message) => card({ tone: "bad", word: "Stops it", title: message })),
        el("div", { class: "cards" }, ...follow)),
      it.criteria.length ? levels(it.criteria) : el("div", {})));
}

function report(view, { act, show, again }) {
  return el("div", { class: "told-all", tabindex: "-1" },
    el("p", { class: "word" }, view.head),
    el("div", { class: "facts" }, ...view.facts.map(([value, label]) => fact(value, label))),
    el("p", { class: "soft" }, [view.compared, view.ours].filter(Boolean).join(" ")),
    el("h4", { class: "above" }, "Three things to do next"),
    el("ol", { class: "things" }, ...view.next.map((it) => el("li", {}, it))),
    el("div", { class: "line" },
      el("button", { type: "button", class: "primary", onclick: again }, "Another interview"),
      el("button", { type: "button", class: "second", onclick: () => act("save", { form: "md" }) }, "Save the report as Markdown"),
      el("button", { type: "button", class: "second", onclick: () => act("save", { form: "html" }) }, "Save the report as a page")),
    ...view.answers.map((it, i) => answer(it, i + 1)),
    past(view.trend, show));
}

function render({ model, el: root }) {
  root.classList.add("ec");
  const body = el("div", {});
  const trouble = el("p", { class: "trouble", role: "alert" });
  root.append(el("h3", {}, "Mock interview"), body, trouble);
  const settings = { reads: false };
  let part = null;
  let shown = null; // the step that is on the page; it is not drawn again under the learner's hands
  let n = 0;
  let waiting = null;

  const act = (what, more = {}) => {
    n += 1;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      trouble.textContent = "The kernel does not answer. Your words are kept in this browser: run the cell again and go on.";
    }, LONG_WAIT);
    model.send({ ...more, act: what, n });
  };
  const note = (draft) => {
    model.set("draft", { ...draft, n: (n += 1) });
    model.save_changes();
  };
  const draw = (focus) => {
    const view = model.get("view");
    // two reports of one day differ in their answers only
    const step = JSON.stringify([view.phase, view.step, view.head, view.answers]);
    if (view.kept) drafts.forget(view.step);
    if (step === shown) return;
    shown = step;
    part?.stop?.();
    const show = (index) => act("show", { index });
    if (view.phase === "choose") {
      part = null;
      body.replaceChildren(choose(view, (wishes) => act("begin", { wishes })), ...[past(view.trend, show)].filter(Boolean));
    } else if (view.phase === "over") {
      part = null;
      body.replaceChildren(report(view, { act, show, again: () => act("show", { index: null }) }));
    } else {
      part = talk({ view, act, note, settings });
      body.replaceChildren(part.node);
    }
    if (focus) body.querySelector("[tabindex]")?.focus();
  };
  const say = () => { trouble.textContent = model.get("trouble"); };
  model.on("change:view", () => {
    clearTimeout(waiting);
    say();
    draw(root.contains(document.activeElement) || document.activeElement === document.body);
  });
  model.on("change:trouble", say);
  model.on("msg:custom", ({ file }) => { if (file) saveFile(file); });
  say();
  draw(false);
  return () => { clearTimeout(waiting); part?.stop?.(); };
}

export default { render };
