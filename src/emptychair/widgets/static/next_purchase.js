function render({ model, el: root }) {
  root.classList.add("ec");
  const tabs = el("nav", { class: "tabs", "aria-label": "Customers" });
  const work = el("div", {});
  const score = el("p", { class: "told outcome", role: "status" });
  const source = el("nav", { class: "tabs", "aria-label": "What the chain goes by" });
  const overall = el("div", { class: "two even" });
  const trouble = el("p", { class: "trouble", role: "alert" });
  const ask = (wish) => model.send(wish);
  let shown = null;
  let pair = null;

  root.append(
    el("h3", {}, "NextPurchase"),
    el("p", { class: "lede" }, "What does this customer buy next? Guess a category; then see the chain's chances and what came."),
    tabs, work, score,
    el("p", { class: "what section" }, "The same chain on everybody who came back. It goes by:"), source, overall, trouble);

  const history = (view) => el("div", {},
    el("p", { class: "what" }, view.title),
    el("p", { class: "soft" }, `Bought, the latest last ${view.more ? `(${view.more})` : ""}`),
    el("ul", { class: "ledger" }, ...view.bought.map((it) =>
      el("li", {}, el("span", { class: "soft" }, it.week), el("span", {}, it.name), el("span", { class: "soft" }, it.category)))),
    el("p", { class: "soft" }, `Looked at without buying: ${view.looked}`));

  const guess = (view) => {
    const list = choiceList({ legend: "Their next purchase is from", choices: view.categories });
    const button = el("button", { type: "button", class: "primary", disabled: true, onclick: () => ask({ guess: view.categories[list.value()] }) }, "Commit");
    list.node.classList.add("short");
    list.node.addEventListener("input", () => { button.disabled = false; });
    return el("div", {}, list.node, el("div", { class: "line" }, button));
  };

  const told = ({ told: it }) => el("div", {},
    el("p", { class: "outcome", tabindex: "-1" }, it.outcome),
    el("p", { class: "told" }, it.place),
    bars({ label: "The chain's chances", unit: "%", rows: it.rows }).node);

  const drawWork = (view) => {
    const key = JSON.stringify([view.at, view.told]);
    if (key === shown) return; // a choice that is being made stays on the page
    const hadFocus = work.contains(document.activeElement);
    shown = key;
    work.replaceChildren(el("div", { class: "two" }, history(view), view.told ? told(view) : guess(view)));
    if (hadFocus && view.told) work.querySelector(".outcome").focus();
  };

  const drawOverall = (view) => {
    source.hidden = Boolean(view.waits);
    if (view.waits) {
      overall.replaceChildren(betToCome(view.waits));
      return;
    }
    if (pair) {
      pair.bars.draw(view.overall.bars);
      pair.chart.draw(view.overall.chart);
      return;
    }
    pair = { bars: bars(view.overall.bars), chart: chart(view.overall.chart) };
    overall.replaceChildren(pair.chart.node, pair.bars.node);
  };

  const draw = () => {
    const view = model.get("view");
    tabButtons(tabs, Array.from({ length: view.of }, (_, i) => `${i + 1}`), view.at, (at) => ask({ at }));
    tabButtons(source, view.sources, view.sources.indexOf(view.source), (i) => ask({ source: view.sources[i] }));
    drawWork(view);
    score.textContent = view.score;
    drawOverall(view);
    trouble.textContent = model.get("trouble");
  };
  model.on("change:view", draw);
  model.on("change:trouble", draw);
  draw();
}

export default { render };
