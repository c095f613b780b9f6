function counted({ caught, fooled, open }) {
  const words = Object.entries({ caught, fooled, "to vouch for": open });
  return words.filter(([, count]) => count).map(([word, count]) => `${word} ${count}`).join(", ");
}

function render({ model, el: root }) {
  root.classList.add("ec");
  const id = uid("break");
  const board = el("div", { class: "facts", role: "group", "aria-label": "Scoreboard" });
  const tabs = el("nav", { class: "tabs", "aria-label": "Ways to pass without deserving it" });
  const title = el("p", { class: "asked" });
  const task = el("p", { class: "told" });
  const question = el("label", { class: "lede above", for: id });
  const field = el("textarea", { id, class: "lines tall", spellcheck: "true" });
  const send = el("button", { type: "button", class: "primary", onclick: () => tryIt() }, "Let the reader read it");
  const verdict = el("div", { class: "cards", role: "status" });
  const known = el("div", {});
  const trouble = el("p", { class: "trouble", role: "alert" });
  root.append(el("h3", {}, "BreakTheReader"), board, tabs, el("div", { class: "two" },
    el("div", { class: "exhibit" }, title, task, question, field, el("div", { class: "line" }, send)), el("div", {}, verdict, known)), trouble);

  field.addEventListener("input", () => growing(field));
  const written = {}; // what has been typed and not been tried, by challenge
  let open = "";
  let asked = 0;

  const tryIt = () => {
    asked = performance.now();
    model.send({ try: field.value });
  };

  const pledge = (text) => el("div", {},
    el("p", { class: "why" }, text),
    el("div", { class: "line" },
      el("button", { type: "button", class: "primary", onclick: () => model.send({ vouch: true }) }, "So it is; count it"),
      el("button", { type: "button", class: "second", onclick: () => model.send({ vouch: false }) }, "Not quite; leave it out")));

  const rowToSend = (row) => {
    const place = uid("row");
    return reveal("As a row for data/corpus/attacks.toml, to send us",
      el("label", { class: "lede", for: place }, "It becomes a test that fails until the reader is mended."),
      el("textarea", { id: place, class: "lines code", readonly: true, rows: "6" }, row));
  };

  const verdictOf = (last, challenge, pass) => {
    if (last.against) return [card({ tone: "note", word: "No attempt", title: last.against, why: "It does not count for either side." })];
    const score = `${last.score} of 100, ${pass} is a pass.`;
    if (!last.passed) {
      return [
        card({ tone: "good", word: "Caught", title: score }),
        ...(last.gates.length
          ? last.gates.map((message) => card({ tone: "note", word: "Gate", title: message }))
          : [card({ tone: "note", word: "No gate", title: "No gate had to close; the parts do not add up to a pass." })]),
      ];
    }
    if (last.vouched === null) return [card({ tone: "warn", word: "Through", title: score, body: pledge(challenge.pledge) })];
    return last.vouched
      ? [card({ tone: "bad", word: "Fooled", title: score, why: "One for you. The reader did not see it.", body: last.row ? rowToSend(last.row) : null })]
      : [card({ tone: "note", word: "Left out", title: score, why: "It counts for neither side." })];
  };

  const draw = () => {
    const view = model.get("view");
    const { challenge, last } = view;
    if (challenge.name !== open) {
      open = challenge.name;
      field.value = written[open] ?? challenge.start;
      requestAnimationFrame(() => growing(field)); // not before it is on the page
    }
    title.textContent = challenge.title;
    task.textContent = challenge.task;
    question.textContent = challenge.question;
    board.replaceChildren(fact(`${view.board.caught}`, "caught by the reader"), fact(`${view.board.fooled}`, "fooled by you"),
      fact(`${view.board.open}`, "to vouch for"));
    const focused = tabs.contains(document.activeElement);
    tabs.replaceChildren(...view.tabs.map((it) =>
      el("button", { type: "button", "aria-pressed": `${it.name === open}`, onclick: () => { written[open] = field.value; model.send({ open: it.name }); } },
        it.short, it.caught + it.fooled + it.open ? el("span", { class: "soft" }, ` ${counted(it)}`) : null)));
    if (focused) tabs.querySelector('[aria-pressed="true"]').focus();
    const within = verdict.contains(document.activeElement);
    verdict.replaceChildren(...(last ? verdictOf(last, challenge, view.pass) : [el("p", { class: "soft" }, "What is known about this one is told after your first attempt.")]));
    if (within) send.focus(); // the pledge is gone; do not lose the keyboard's place
    known.replaceChildren(...(view.known ? [el("p", { class: "told" }, view.known.told), el("p", { class: "told soft" }, view.known.ours)] : []));
    trouble.textContent = model.get("trouble");
    if (asked) root.dataset.milliseconds = `${Math.round(performance.now() - asked)}`; // from asking Python to here
    root.dataset.drawn = `${Number(root.dataset.drawn || 0) + 1}`;
  };
  model.on("change:view", draw);
  model.on("change:trouble", draw);
  draw();
}

export default { render };
