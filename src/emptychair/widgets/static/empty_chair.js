function render({ model, el: root }) {
  root.classList.add("ec");
  const body = el("div", {});
  const trouble = el("p", { class: "trouble", role: "alert" });
  root.append(el("h3", {}, "EmptyChair"), body, trouble);

  const items = () => model.get("view").items;
  const firstOpen = () => items().findIndex((item) => item.chosen === null);
  let at = firstOpen(); // -1: everything is decided, the quarters are told
  let asked = 0;

  const go = (item) => {
    at = item;
    draw();
    body.querySelector("[tabindex='-1']")?.focus(); // the button is gone; what comes now is what the keyboard is at
  };

  const decide = (item, choice) => {
    asked = performance.now();
    const decided = { ...model.get("decided"), [item.name]: choice };
    const open = items().findIndex(({ name }) => !(name in decided));
    model.set("decided", decided);
    model.save_changes();
    if (open >= 0) go(open);
    else go(-1);
  };

  const voice = ({ who, text }, i, all) =>
    el("li", { class: i === all.length - 1 ? "chair" : null }, el("p", { class: "word" }, who), el("p", {}, text));

  const ask = (item) => {
    const list = choiceList({ legend: "Your decision", choices: item.choices, chosen: item.chosen });
    const settled = model.get("view").done === items().length;
    const button = el("button", { type: "button", class: "primary", disabled: item.chosen === null, onclick: () => decide(item, list.value()) },
      settled ? "Decide again" : "Decide");
    const back = at || settled ? el("button", { type: "button", class: "second", onclick: () => go(settled ? -1 : at - 1) }, settled ? "Keep it as it is" : "Back") : null;
    list.node.addEventListener("input", () => { button.disabled = false; });
    return [
      el("p", { class: "lede" }, model.get("view").lede),
      progress({ done: model.get("view").done, total: items().length, label: "Decided" }),
      el("p", { class: "outcome", tabindex: "-1" }, `${at + 1}. ${item.title}`),
      el("div", { class: "two" }, el("ul", { class: "voices" }, ...item.said.map(voice)),
        el("div", {}, list.node, el("div", { class: "line" }, button, back))),
    ];
  };

  const effectRow = (row) => el("li", {},
    el("p", { class: "what" }, row.title),
    el("p", {}, row.choice),
    el("p", {}, row.words),
    el("button", { type: "button", class: "second", "aria-label": `Decide again: ${row.title}`, onclick: () => go(items().findIndex(({ name }) => name === row.name)) }, "Decide again"));

  const tell = (told) => [
    el("p", { class: "outcome", tabindex: "-1" }, "Eight quarters later"),
    el("div", { class: "facts" }, ...told.facts.map(([value, label]) => fact(value, label))),
    el("p", { class: "told", role: "status" }, told.summary),
    told.note ? el("p", { class: "told" }, told.note) : "",
    el("div", { class: "pair" }, chart(told.trust).node, chart(told.profit).node),
    el("p", { class: "what above" }, "What each decision did, alone"),
    el("p", { class: "lede" }, "Your run, minus a run in which only this item was left as it was. The parts need not add up: one decision can do another's work."),
    el("ul", { class: "effects" }, ...told.effects.map(effectRow)),
  ];

  const draw = () => {
    const { told } = model.get("view");
    if (at >= 0) body.replaceChildren(...ask(items()[at]));
    else if (told) body.replaceChildren(...tell(told));
    else body.replaceChildren(el("p", { class: "soft", tabindex: "-1" }, "Opening the books …"));
    trouble.textContent = model.get("trouble");
  };

  model.on("change:view", () => {
    const { told } = model.get("view");
    if (asked && told) root.dataset.milliseconds ||= `${Math.round(performance.now() - asked)}`; // from asking Python to the quarters
    if (at >= 0) return; // what is being decided now stays on the page
    const focused = root.contains(document.activeElement);
    draw();
    if (focused) body.querySelector("[tabindex='-1']")?.focus();
  });
  model.on("change:trouble", () => { trouble.textContent = model.get("trouble"); });
  draw();
}

export default { render };
