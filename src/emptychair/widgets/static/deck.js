// Several of some: check boxes in a group.
function checkList({ legend, choices, chosen }) {
  const group = el("fieldset", { class: "choices" }, el("legend", {}, legend),
    ...choices.map((choice, i) =>
      el("label", {}, el("input", { type: "checkbox", value: `${i}`, checked: chosen.includes(i) }), el("span", {}, choice))));
  return { node: group, value: () => [...group.querySelectorAll("input:checked")].map(({ value }) => Number(value)) };
}

function render({ model, el: root }) {
  root.classList.add("ec");
  const body = el("div", {});
  const trouble = el("p", { class: "trouble", role: "alert" });
  root.append(el("h3", {}, model.get("view").title), body, trouble);

  const cases = () => model.get("view").cases;
  const firstOpen = () => cases().findIndex(({ told }) => !told);
  let at = firstOpen(); // -1: all are judged, show how it went
  let asked = 0;

  const go = (place) => {
    at = place;
    draw();
    body.querySelector("[tabindex='-1']").focus(); // the button is gone; what comes now is what the keyboard is at
  };

  const judge = (name, chosen) => {
    asked = performance.now();
    model.set("said", { ...model.get("said"), [name]: chosen });
    model.save_changes();
  };

  const again = () => {
    model.set("said", {});
    model.save_changes();
    at = 0;
  };

  const ask = (it) => {
    const { question, many } = model.get("view");
    const list = many
      ? checkList({ legend: question, choices: it.options, chosen: [] })
      : choiceList({ legend: question, choices: it.options });
    const value = () => (many ? list.value() : [list.value()].filter((place) => place !== null));
    const button = el("button", { type: "button", class: "primary", disabled: true, onclick: () => judge(it.name, value()) }, "Judge");
    list.node.addEventListener("input", () => { button.disabled = value().length === 0; });
    return el("div", {}, list.node, el("div", { class: "line" }, button));
  };

  const tell = ({ told }) => {
    const open = firstOpen();
    const next = el("button", { type: "button", class: "primary", onclick: () => go(open) }, open < 0 ? "How it went" : "Next");
    return el("div", {},
      el("p", { class: "outcome", tabindex: "-1" }, told.verdict),
      el("div", { class: "cards" }, ...told.rows.map((row) => card(row))),
      told.after ? el("p", { class: "told" }, told.after) : null,
      el("div", { class: "line" }, next));
  };

  const sum = ({ summary }) => el("div", {},
    el("p", { class: "outcome", tabindex: "-1" }, "How it went"),
    el("div", { class: "facts" }, ...summary.facts.map(([value, label]) => fact(value, label))),
    el("p", { class: "told" }, summary.words),
    el("ol", { class: "verdicts" }, ...cases().map((it, place) => el("li", {},
      el("button", { type: "button", class: "plain", onclick: () => go(place) }, it.head), " ",
      el("span", { class: "soft" }, it.told.good ? "as we see it" : "seen differently")))),
    el("div", { class: "line" }, el("button", { type: "button", class: "second", onclick: again }, "Begin anew")));

  const draw = () => {
    const view = model.get("view");
    const done = progress({ done: view.done, total: cases().length, label: "Judged" });
    const it = cases()[at];
    body.replaceChildren(el("p", { class: "lede" }, view.lede), done,
      it ? el("div", { class: "two" }, exhibit({ place: `${at + 1} of ${cases().length}`, head: it.head, text: it.text.map((line) => el("p", {}, line)) }), it.told ? tell(it) : ask(it)) : sum(view));
    trouble.textContent = model.get("trouble");
  };

  model.on("change:view", () => {
    if (asked) root.dataset.milliseconds = `${Math.round(performance.now() - asked)}`; // from asking Python to here
    const focused = root.contains(document.activeElement);
    draw();
    if (focused) (body.querySelector(".outcome") ?? body.querySelector("[tabindex='-1']")).focus();
  });
  model.on("change:trouble", () => { trouble.textContent = model.get("trouble"); });
  draw();
}

export default { render };
