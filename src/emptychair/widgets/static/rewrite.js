const PAUSE = 40; // ms without a keystroke before Python is asked
const REST = 600; // ms without a keystroke before the text is written down

function render({ model, el: root }) {
  root.classList.add("ec");
  const id = uid("rewrite");
  const tabs = el("nav", { class: "tabs", "aria-label": "Weak answers" });
  const asked = el("p", { class: "asked" });
  const weak = el("blockquote", {});
  const weakScore = el("p", { class: "soft" });
  const facts = el("ul", { class: "sheet-of-facts", "aria-label": "Facts that may be told" });
  const field = el("textarea", { id, class: "lines tall", spellcheck: "true", placeholder: "Tell it as your own story, with “I”." });
  const numbers = el("div", { class: "facts" });
  const notes = el("div", { class: "cards" });
  const rubric = el("div", {});
  const ours = el("div", {});
  const trouble = el("p", { class: "trouble", role: "alert" });
  const status = el("p", { class: "sr", role: "status" });

  let open = "";
  let timer = null;
  let resting = null;
  let since = 0;

  root.append(el("h3", {}, "Rewrite"), tabs,
    el("div", { class: "two with-sheet" }, // one below the other where it is narrow: nobody can tell what they have not read
      el("div", { class: "exhibit" }, asked, weak, weakScore),
      el("div", {}, el("p", { class: "word" }, "Facts; a dot marks the ones that seem told"), facts, rubric),
      el("div", {}, el("label", { class: "lede", for: id }, "Your version:"), field, numbers, notes, ours)),
    trouble, status);

  const rest = () => {
    clearTimeout(resting);
    resting = null;
    model.send({ task: open, rest: field.value });
  };

  const drawTask = (view) => {
    open = view.name;
    field.value = view.text;
    requestAnimationFrame(() => growing(field)); // not before it is on the page
    asked.textContent = view.question;
    weak.textContent = view.weak;
    weakScore.textContent = `The weak version: ${view.weak_score} of 100.`;
    ours.replaceChildren();
    const focused = tabs.contains(document.activeElement);
    tabs.replaceChildren(...model.get("tasks").map(({ name, job }) =>
      el("button", { type: "button", "aria-pressed": `${name === open}`, onclick: () => { clearTimeout(timer); if (resting) rest(); model.send({ open: name }); } }, job)));
    if (focused) tabs.querySelector("[aria-pressed=true]").focus();
  };

  const draw = () => {
    const view = model.get("view");
    if (view.name !== open) drawTask(view);
    if (view.text !== field.value) return; // an answer to an older text; the next one is on its way
    facts.replaceChildren(...view.facts.map(({ text, told }) =>
      el("li", { class: told ? "told-fact" : null }, text, told ? el("span", { class: "sr" }, " (told)") : null)));
    numbers.replaceChildren(fact(view.gain, "points gained"), fact(`${view.score}`, "of 100"), fact(`${view.words}`, "words"));
    notes.replaceChildren(
      ...(view.invented.length
        ? [card({ tone: "warn", word: "Not on the sheet", title: view.invented.join(", "), why: "Neither a fact nor the sum, difference or share of two. Invented numbers are what follow-ups find first." })]
        : []),
      ...view.gates.map((message) => card({ tone: "bad", word: "Gate", title: message })),
      ...view.next.map((message) => card({ tone: "warn", word: "Next", title: message })));
    rubric.replaceChildren(levels(view.levels));
    if (view.ours && !ours.childElementCount) {
      ours.replaceChildren(reveal(`One way to do it, ours (${view.ours.score} of 100)`, el("p", { class: "told" }, view.ours.text)));
    }
    status.textContent = `${view.gain} points, ${view.invented.length} numbers or dates not on the sheet.`;
    if (since) root.dataset.milliseconds = `${Math.round(performance.now() - since)}`; // from asking Python to here
    root.dataset.drawn = `${Number(root.dataset.drawn || 0) + 1}`;
  };

  field.addEventListener("input", () => {
    growing(field);
    clearTimeout(timer);
    clearTimeout(resting);
    resting = setTimeout(rest, REST);
    timer = setTimeout(() => {
      since = performance.now();
      model.send({ task: open, text: field.value });
    }, PAUSE);
  });
  field.addEventListener("blur", () => { if (resting) rest(); });
  model.on("change:view", draw);
  model.on("change:trouble", () => { trouble.textContent = model.get("trouble"); });
  trouble.textContent = model.get("trouble");
  draw();
  return () => { clearTimeout(timer); if (resting) rest(); };
}

export default { render };
