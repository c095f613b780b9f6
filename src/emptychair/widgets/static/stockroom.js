function render({ model, el: root }) {
  root.classList.add("ec");
  const tabs = el("nav", { class: "tabs", "aria-label": "Mondays" });
  const frame = el("div", {});
  const work = el("div", { class: "section" });
  const score = el("p", { class: "told outcome", role: "status" });
  const trouble = el("p", { class: "trouble", role: "alert" });
  const ask = (wish) => model.send(wish);
  let picture = null;
  let shown = null;

  root.append(
    el("h3", {}, "Stockroom"),
    el("p", { class: "lede" }, "Four styles, twelve weeks of demand. One of them is taking off. Find it, and order before you can be sure."),
    tabs, frame, work, score, trouble);

  const pick = (view) => {
    const names = view.styles.map(({ name }) => name);
    const list = choiceList({ legend: "Which style takes off?", choices: view.styles.map(({ title }) => title), chosen: view.style ? names.indexOf(view.style) : null });
    list.node.addEventListener("input", () => ask({ style: names[list.value()] }));
    return list.node;
  };

  const place = (view) => {
    const pieces = dial({ label: "Pieces to order", unit: "pieces", low: 0, high: view.most, start: 100, step: 1 });
    const button = el("button", { type: "button", class: "primary", onclick: () => ask({ order: pieces.value() }) }, "Place the order");
    pieces.node.addEventListener("input", () => { button.disabled = pieces.value() === null; });
    return el("div", {}, ...view.terms.map((it) => el("p", { class: "told" }, it)), pieces.node, el("div", { class: "line" }, button));
  };

  const wait = () => el("p", { class: "soft" }, "Choose a style; its price, its cost and the order come next.");

  const tell = ({ told }) => [
    el("div", {},
      el("p", { class: "outcome", tabindex: "-1" }, told.head),
      el("div", { class: "facts" }, ...told.facts.map(([value, label]) => fact(value, label))),
      told.text ? el("p", { class: "told" }, told.text) : null,
      el("p", { class: "told" }, told.lesson)),
    bars(told.bars).node,
  ];

  const drawWork = (view) => {
    const key = JSON.stringify([view.at, view.told, view.style]);
    if (key === shown) return;
    const hadFocus = work.contains(document.activeElement);
    const right = work.querySelector(".order");
    if (!view.told && right && JSON.parse(shown)[0] === view.at && !JSON.parse(shown)[1]) {
      right.replaceChildren(view.style ? place(view) : wait()); // the radio that has the focus keeps it
    } else {
      work.replaceChildren(el("div", { class: "two even" }, ...(view.told ? tell(view) : [pick(view), el("div", { class: "order" }, view.style ? place(view) : wait())])));
      if (hadFocus && view.told) work.querySelector(".outcome").focus();
    }
    shown = key;
  };

  const draw = () => {
    const view = model.get("view");
    tabButtons(tabs, Array.from({ length: view.of }, (_, i) => `Monday ${i + 1}`), view.at, (at) => ask({ at }));
    if (picture) picture.draw({ ...view.chart, label: `${view.title}. ${view.chart.label}` });
    else {
      picture = chart({ ...view.chart, label: `${view.title}. ${view.chart.label}` });
      frame.replaceChildren(picture.node);
    }
    drawWork(view);
    score.textContent = view.score;
    trouble.textContent = model.get("trouble");
  };
  model.on("change:view", draw);
  model.on("change:trouble", draw);
  draw();
}

export default { render };
