// One part of an answer: five levels in a row, and under them in words what each one means.
function levelRow({ title, choices }, chosen, onchoose) {
  const name = uid("level");
  const meanings = choices.map((choice, i) => el("span", { class: i + 1 === chosen ? "chosen" : null }, `${choice}${i + 1 < choices.length ? "; " : ""}`));
  const mark = (level) => meanings.forEach((it, i) => it.classList.toggle("chosen", i + 1 === level));
  const radio = (choice, i) =>
    el("label", {}, el("input", {
      type: "radio", name, value: `${i + 1}`, checked: i + 1 === chosen, "aria-label": choice,
      onchange: () => { mark(i + 1); onchoose(i + 1); },
    }), el("span", { "aria-hidden": "true" }, `${i + 1}`));
  return el("fieldset", { class: "level-row" }, el("legend", {}, title), el("div", { class: "line" }, ...choices.map(radio)), el("p", { class: "soft" }, ...meanings));
}

function levelTable(levels) {
  const head = el("tr", {}, el("th", { scope: "col" }, "Part"), ...["You", "We", "Reader"].map((who) => el("th", { scope: "col" }, who)));
  return el("table", {}, el("thead", {}, head), el("tbody", {}, ...levels.map(({ title, you, we, reader }) =>
    el("tr", {}, el("th", { scope: "row" }, title), ...[you, we, reader].map((n) => el("td", {}, `${n}`))))));
}

function figures({ facts, words, machine }) {
  return [
    el("div", { class: "facts" }, ...facts.map(([value, label]) => fact(value, label))),
    ...words.map((line) => el("p", { class: "told" }, line)),
    el("p", { class: "soft told" }, machine),
  ];
}

function render({ model, el: root }) {
  root.classList.add("ec");
  const tabs = el("nav", { class: "tabs", "aria-label": "Rounds" });
  const body = el("div", {});
  const trouble = el("p", { class: "trouble", role: "alert" });
  root.append(el("h3", {}, "BarRaiser"), tabs, body, trouble);

  const rounds = () => model.get("view").rounds;
  const parts = () => model.get("view").parts;
  const sent = {}; // what Python has been told and may not have answered yet
  const chosen = (item) => ({ ...model.get("said")[item.name], ...sent[item.name] });
  const whole = (item) => Object.keys(chosen(item)).length === parts().length;
  const firstOpen = (round) => Math.max(round.items.findIndex((item) => !whole(item)), 0);
  const at = rounds().map(firstOpen);
  let open = Math.max(rounds().findIndex((round) => !round.told), 0);
  let asked = 0;

  const go = (round, item) => {
    open = round;
    at[round] = item;
    drawBody();
    drawRest();
    body.querySelector("[tabindex='-1']").focus(); // the button is gone; the next text is what comes now
  };

  const ask = (round) => {
    const item = round.items[at[open]];
    const last = at[open] + 1 === round.items.length;
    const now = { ...chosen(item) };
    const next = el("button", { type: "button", class: "primary", onclick: () => {
      const missing = round.items.findIndex((it) => !whole(it));
      if (last && missing < 0) {
        asked = performance.now();
        model.send({ compare: open + 1 });
      }
      else go(open, last ? missing : at[open] + 1);
    } }, last ? "Compare with ours" : "Next");
    const ready = () => { next.disabled = Object.keys(now).length < parts().length; };
    const choose = (part) => (level) => {
      now[part.name] = level;
      sent[item.name] = now;
      asked = performance.now();
      model.send({ answer: item.name, part: part.name, level });
      ready();
    };
    ready();
    const back = at[open] ? el("button", { type: "button", class: "second", onclick: () => go(open, at[open] - 1) }, "Back") : null;
    return el("div", { class: "two" },
      exhibit({ place: `${at[open] + 1} of ${round.items.length}, ${item.head}`, head: item.question, text: item.text }),
      el("div", {}, ...parts().map((part) => levelRow(part, now[part.name], choose(part))), el("div", { class: "line" }, next, back)));
  };

  const tell = ({ told }) => {
    const { all } = model.get("view");
    return el("div", { class: "told-all", tabindex: "-1" },
      ...(all && open === rounds().length - 1
        ? [el("p", { class: "outcome" }, "All twelve"), ...figures(all), el("p", { class: "told" }, all.trend)]
        : figures(told)),
      el("div", { class: "cards pairs" }, ...told.rows.map((row) => card({
        tone: row.near ? "good" : "warn", word: row.word, title: row.title,
        body: el("div", {}, levelTable(row.levels),
          ...row.why.map(({ title, text }) => el("p", { class: "why" }, el("b", {}, `${title}. `), text))),
      }))));
  };

  const drawBody = () => {
    const round = rounds()[open];
    body.replaceChildren(round.told ? tell(round) : ask(round));
  };

  const drawRest = () => {
    tabs.replaceChildren(...rounds().map((round, i) =>
      el("button", { type: "button", "aria-pressed": `${i === open}`, onclick: () => go(i, at[i]) },
        round.title, " ", el("span", { class: "soft" }, round.told ? "compared" : `${round.done} of ${round.items.length}`))));
    trouble.textContent = model.get("trouble");
  };

  model.on("change:view", () => {
    if (asked) root.dataset.milliseconds = `${Math.ceil(performance.now() - asked)}`; // from asking Python to here
    asked = 0;
    drawRest();
    if (rounds()[open].told && !body.querySelector(".told-all")) {
      const focused = root.contains(document.activeElement);
      drawBody();
      if (focused) body.querySelector(".told-all").focus();
    }
  });
  model.on("change:trouble", drawRest);
  drawBody();
  drawRest();
}

export default { render };
