const NAMES = { situation: "Situation", task: "Task", action: "Action", result: "Result", reflection: "Reflection", other: "Other" };
const TONES = { praise: "good", essential: "bad", actionable: "warn", informative: "note" };
const PAUSE = 40; // ms without a keystroke before Python is asked
const REST = 600; // ms without a keystroke before the text is written down

function sheetOf(text, labels) {
  const nodes = [];
  let at = 0;
  let last = null;
  for (const { start, end, component, letter } of labels) {
    const from = codeUnits(text, start);
    const to = codeUnits(text, end);
    nodes.push(text.slice(at, from));
    // The letter takes no room of its own: the tinted sheet must wrap exactly like the text field above it.
    const badge = component === last ? null : el("b", { class: "badge", "data-letter": letter });
    nodes.push(el("span", { class: `part ${component}` }, badge, text.slice(from, to)));
    at = to;
    last = component;
  }
  nodes.push(text.slice(at), "\u200b");
  return nodes;
}

function commonStart(a, b) {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

function barOf(shares, bands) {
  const shown = shares.filter(({ percent }) => percent > 0);
  const words = shown.map(({ component, percent }) => `${NAMES[component]} ${percent} %`).join(", ");
  const bar = el("div", { class: "bar", role: "img", "aria-label": `Share of words: ${words || "nothing written yet"}` });
  for (const { component, letter, percent } of shown) {
    bar.append(el("i", { class: component, style: `width:${percent}%` }, percent >= 5 ? `${letter} ${percent}` : letter));
  }
  const targets = el("ul", { class: "targets", "aria-label": "Share of words against the target bands" });
  for (const { name, low, high, share } of bands) {
    const state = share < low ? "below" : share > high ? "above" : "within";
    targets.append(
      el("li", { class: state },
        el("span", { class: "track", "aria-hidden": "true" },
          el("i", { class: "goal", style: `left:${low}%;width:${high - low}%` }),
          el("i", { class: "here", style: `left:${Math.min(share, 99)}%` })),
        el("span", {}, `${name} ${share} %, ${state} ${low}–${high}`)));
  }
  return el("div", {}, bar, targets);
}

function render({ model, el: root }) {
  const id = uid("studio");
  root.classList.add("ec");
  const field = el("textarea", { id, class: "field", spellcheck: "true", "aria-describedby": `${id}-facts`, placeholder: "Type or paste an answer. A true one." });
  field.value = model.get("text");
  const tint = el("div", { class: "tint", "aria-hidden": "true" });
  const legend = el("ul", { class: "legend", "aria-label": "Marks in the text" },
    ...Object.entries({ S: "situation", T: "task", A: "action", R: "result", "+": "reflection", "·": "other" })
      .map(([letter, name]) => el("li", {}, el("b", {}, letter), " ", el("span", { class: `part ${name}` }, NAMES[name]))));
  const share = el("div", {});
  const facts = el("div", { class: "facts", id: `${id}-facts` });
  const cards = el("div", { class: "cards", role: "group", "aria-label": "Findings; each selects its place in the text" });
  const rubric = el("div", {});
  const status = el("p", { class: "sr", role: "status" });
  const question = el("label", { class: "lede", for: id }, model.get("question"));
  const trouble = el("p", { class: "trouble", role: "alert" });
  const drafts = draftsPanel({
    keep: () => model.send({ keep: field.value }),
    against: (draft) => model.send({ against: draft }),
    back: (draft) => model.send({ back: draft, from: field.value }),
  });

  root.append(
    el("h3", {}, "StarStudio"), question,
    el("div", { class: "two" },
      el("div", {}, el("div", { class: "sheet" }, tint, field), legend, share, facts, drafts.node),
      el("div", {}, rubric, cards)),
    trouble, status);

  let timer = null;
  let resting = null;
  let asked = 0;

  const select = ({ start, end }) => {
    field.focus();
    field.setSelectionRange(codeUnits(field.value, start), codeUnits(field.value, end));
  };

  const grow = () => {
    field.style.height = "auto";
    field.style.height = `${Math.max(field.scrollHeight, tint.scrollHeight, 210)}px`;
  };

  const draw = () => {
    const view = model.get("view");
    if (view.text !== field.value) return; // an answer to an older draft; the next one is on its way
    tint.replaceChildren(...sheetOf(view.text, view.labels));
    share.replaceChildren(...(view.words ? [barOf(view.shares, view.bands)] : []));
    facts.replaceChildren(
      fact(`${view.words}`, "words"), fact(view.clock, "at 140 a minute"),
      ...(view.words ? [fact(`${view.score}`, "of 100"), fact(view.verdict, "our threshold, not Amazon's")] : []));
    rubric.replaceChildren(view.words ? levels(view.criteria) : el("p", { class: "lede" }, "The review answers as you type."));
    cards.replaceChildren(
      ...view.gates.map(({ message, cap }) => card({ tone: "bad", word: "Gate", title: message, why: `The score stays at or below ${cap}.` })),
      ...view.findings.map((finding) => card({
        tone: TONES[finding.severity], word: finding.word, title: finding.message,
        why: [finding.quote, finding.hint].filter(Boolean).join(" "),
        body: finding.edit
          ? el("p", { class: "edit" },
              finding.edit.before, finding.edit.cut ? el("del", {}, finding.edit.cut) : null, finding.edit.cut ? " " : null,
              el("ins", {}, finding.edit.insert), finding.edit.after)
          : null,
        onselect: finding.end > finding.start ? () => select(finding) : null,
      })));
    status.textContent = `${view.score} of 100, ${view.verdict}, ${view.words} words.`;
    if (asked) root.dataset.milliseconds = `${Math.round(performance.now() - asked)}`; // from asking Python to here
    root.dataset.drawn = `${Number(root.dataset.drawn || 0) + 1}`;
    grow();
  };

  const drawDrafts = () => {
    if (model.get("history").text === field.value) drafts.draw(model.get("history"));
    trouble.textContent = model.get("trouble");
  };

  const rest = () => {
    clearTimeout(resting);
    resting = null;
    model.send({ rest: field.value });
  };
  field.addEventListener("blur", () => { if (resting) rest(); });

  field.addEventListener("input", () => {
    clearTimeout(resting);
    resting = setTimeout(rest, REST);
    // Until Python answers, only the marks before the change are still true.
    const view = model.get("view");
    const same = commonStart(view.text, field.value);
    tint.replaceChildren(...sheetOf(field.value, view.labels.filter(({ end }) => end < same)));
    grow();
    clearTimeout(timer);
    timer = setTimeout(() => {
      asked = performance.now();
      model.set("text", field.value);
      model.save_changes();
    }, PAUSE);
  });
  model.on("change:view", draw);
  model.on("change:history", drawDrafts);
  model.on("change:trouble", drawDrafts);
  model.on("change:question", () => { question.textContent = model.get("question"); });
  model.on("change:text", () => { if (model.get("text") !== field.value && document.activeElement !== field) { field.value = model.get("text"); draw(); drawDrafts(); } });
  const widthChanged = new ResizeObserver(grow);
  widthChanged.observe(root);
  draw();
  drawDrafts();
  return () => { clearTimeout(timer); if (resting) rest(); widthChanged.disconnect(); };
}

export default { render };
