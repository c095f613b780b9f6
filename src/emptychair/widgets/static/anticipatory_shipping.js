const WAIT = 40; // ms without a movement before Python is asked

function render({ model, el: root }) {
  root.classList.add("ec");
  const keeps = model.get("keeps");
  const start = model.get("view").dials;
  let timer = null;
  let asked = 0;
  const ask = (wish) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      asked = performance.now();
      model.send(wish);
    }, WAIT);
  };

  const number = (name, label, unit) => {
    const [low, high] = model.get("limits")[name];
    const made = dial({ label, unit, low, high, start: start[name], step: 1 });
    made.node.addEventListener("input", () => { if (made.value() !== null) ask({ ...wished(), [name]: made.value() }); });
    return made;
  };
  const dials = {
    threshold: number("threshold", "Send when the chance of an order is above", "%"),
    gain: number("gain", "B: what a parcel that was ordered in time is worth", "dollars"),
    cost: number("cost", "C: what one costs that was not", "dollars"),
  };
  const keep = choiceList({ legend: "Order history kept of each customer", choices: keeps, chosen: keeps.indexOf(start.keep) });
  keep.node.classList.add("short");
  keep.node.addEventListener("input", () => ask(wished()));
  const wished = () => {
    const known = model.get("view").dials;
    const now = Object.fromEntries(Object.entries(dials).map(([name, it]) => [name, it.value() ?? known[name]]));
    return { ...now, keep: keeps[keep.value()] };
  };

  const facts = el("div", { class: "facts" });
  const verdict = el("p", { class: "told outcome", role: "status" });
  const privacy = el("p", { class: "told" });
  const charts = el("div", { class: "two even" });
  const trouble = el("p", { class: "trouble", role: "alert" });
  let pair = null;

  const work = [el("div", { class: "two even" },
    el("div", { class: "dials" }, ...Object.values(dials).map((it) => it.node), keep.node),
    el("div", {}, facts, verdict, privacy)), charts];
  const closed = el("div", {});
  root.append(
    el("h3", {}, "AnticipatoryShipping"),
    el("p", { class: "lede" }, "Every second Monday of half a year the shop could have sent parcels that nobody had ordered yet. Where is your line?"),
    closed, ...work, trouble);

  const draw = () => {
    const view = model.get("view");
    for (const it of work) it.hidden = Boolean(view.waits);
    closed.replaceChildren(...(view.waits ? [betToCome(view.waits)] : []));
    if (view.waits) return;
    facts.replaceChildren(...view.facts.map(([value, label]) => fact(value, label)));
    verdict.textContent = view.verdict;
    privacy.textContent = view.privacy;
    if (pair) {
      pair.money.draw(view.money);
      pair.trade.draw(view.trade);
    } else {
      pair = { money: chart(view.money), trade: chart(view.trade) };
      charts.replaceChildren(pair.money.node, pair.trade.node);
    }
    trouble.textContent = model.get("trouble");
    if (asked) root.dataset.milliseconds = `${Math.round(performance.now() - asked)}`; // from asking Python to here
  };
  model.on("change:view", draw);
  model.on("change:trouble", draw);
  draw();
  return () => clearTimeout(timer);
}

export default { render };
