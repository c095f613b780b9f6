const PAUSE = 300; // ms without a keystroke before notes are kept

const minutes = (seconds) => `${Math.floor(seconds / 60)}:${`${Math.floor(seconds % 60)}`.padStart(2, "0")}`;

function render({ model, el: root }) {
  root.classList.add("ec");
  const id = uid("silent");
  const views = () => model.get("views");
  let at = Math.max(0, views().findIndex(({ stage }) => stage !== "decided"));
  let timer = null;
  let stageBefore = null;
  const tabs = el("div", { class: "tabs" });
  const left = el("div", {});
  const right = el("div", {});
  const clock = el("p", { class: "hands", role: "timer", "aria-live": "off" });
  const trouble = el("p", { class: "trouble", role: "alert" });
  const view = () => views()[at];
  const said = () => model.get("said")[view().name];

  const say = (change) => {
    model.set("said", { ...model.get("said"), [view().name]: { ...said(), ...change } });
    model.save_changes();
  };
  let pending = {};
  const flush = () => {
    clearTimeout(timer);
    timer = null;
    if (Object.keys(pending).length) say(pending);
    pending = {};
  };
  const later = (change) => {
    pending = { ...pending, ...change };
    clearTimeout(timer);
    timer = setTimeout(flush, PAUSE);
  };
  const wish = (want) => { flush(); model.send({ want, of: view().name }); };

  const field = (key, label, rows) => {
    const node = el("textarea", { id: `${id}-${key}`, class: "lines", rows, oninput: () => later({ [key]: node.value }), onblur: flush });
    node.value = said()[key];
    return [el("label", { class: "lede above", for: node.id }, label), node];
  };
  const tick = () => {
    const it = view();
    if (it.stage !== "reading") return;
    const spent = Math.max(0, Date.now() / 1000 - it.began);
    const over = spent > 60 * it.minutes;
    clock.textContent = `${minutes(spent)} of ${it.minutes}:00${over ? ". The room puts the paper down now; you may read on." : ""}`;
  };

  const closed = (it) => [
    el("p", { class: "told" }, `${it.words} words from ${it.place}. At the pace of a review, six pages in twenty minutes, you have ${it.minutes} minutes. Nobody presents; everybody reads.`),
    el("div", { class: "line" }, el("button", { type: "button", class: "primary", onclick: () => wish("begin") }, "Begin to read")),
  ];
  const reading = () => [
    clock,
    ...field("notes", "Your notes: what would you ask?", 12),
    el("div", { class: "line" }, el("button", { type: "button", class: "primary", onclick: () => wish("end") }, "I have read it")),
  ];
  const deciding = (it) => {
    const { decisions, reasons } = model.get("asked");
    const ready = () => { button.disabled = !said().decision; };
    const choice = choiceList({ legend: "What do you decide?", choices: decisions.map(([, words]) => words), chosen: decisions.findIndex(([name]) => name === said().decision) });
    choice.node.addEventListener("input", () => { say({ decision: decisions[choice.value()][0] }); ready(); });
    const boxes = el("fieldset", { class: "choices" }, el("legend", {}, "For which reasons? Any number, also none."),
      ...reasons.map(([name, words]) => {
        const box = el("input", { type: "checkbox", checked: said().reasons.includes(name), onchange: () => say({ reasons: reasons.map(([one]) => one).filter((one) => (one === name ? box.checked : said().reasons.includes(one))) }) });
        return el("label", {}, box, el("span", {}, words));
      }));
    const button = el("button", { type: "button", class: "primary", onclick: () => wish("decide") }, "Decide");
    ready();
    return [
      el("p", { class: "hands" }, `Read in ${minutes(it.ended - it.began)}.`),
      choice.node, boxes,
      ...field("why", "In one sentence, to the author:", 3),
      ...field("notes", "Your notes", 4),
      el("div", { class: "line" }, button),
    ];
  };
  const decided = ({ told }) => [
    el("div", { class: "facts" }, fact(told.took, "minutes"), fact(`${told.score}`, "of 100 from the reader")),
    el("p", { class: "told outcome", tabindex: "-1" }, told.summary),
    el("p", { class: "told" }, `You: ${told.yours}. The reader: ${told.ours}.`),
    el("div", { class: "cards" }, ...told.cards.map((it) => card(it)),
      card({ tone: "note", word: "For a person", title: "Beyond lists and sums.", why: told.beyond })),
    ...(said().why ? [el("p", { class: "told" }, `You wrote to the author: “${said().why}”`)] : []),
    ...(said().notes ? [reveal("Your notes", el("p", { class: "told kept" }, said().notes))] : []),
  ];
  const stages = { closed, reading, deciding, decided };

  const draw = () => {
    const it = view();
    tabs.replaceChildren(...views().map(({ place, stage }, i) => el("button", { type: "button", "aria-pressed": `${i === at}`, onclick: () => { flush(); at = i; stageBefore = null; draw(); tabs.querySelector("[aria-pressed=true]").focus(); } },
      place, " ", el("span", { class: "soft" }, stage === "closed" ? "" : stage))));
    trouble.textContent = model.get("trouble");
    const now = `${it.name} ${it.stage}`;
    if (now === stageBefore) return; // a note was kept; what is being typed stays as it is
    const inside = stageBefore !== null && root.contains(document.activeElement);
    stageBefore = now;
    left.replaceChildren(...(it.page.length ? [pageOf(it.page, "The document")] : [el("p", { class: "soft" }, "The document is face down.")]));
    right.replaceChildren(...stages[it.stage](it));
    if (inside) (right.querySelector(".outcome, textarea, input") || right).focus(); // the button is gone; do not lose the keyboard's place
    tick();
  };
  root.append(el("h3", {}, "SilentReading"), el("p", { class: "lede" }, "The first third of the meeting is silent. Read, note, then decide, and only then hear anybody else."), tabs, el("div", { class: "two" }, left, right), trouble);
  model.on("change:views", draw);
  model.on("change:trouble", draw);
  draw();
  const beat = setInterval(tick, 1000);
  return () => { flush(); clearInterval(beat); };
}

export default { render };
