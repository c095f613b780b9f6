// A difference with its interval around zero, drawn to a scale that does not move while one looks.
function around({ value, low, high, truth, from, to }) {
  const place = (it) => `${Math.max(0, Math.min(100, (100 * (it - from)) / (to - from)))}%`;
  return el("div", { class: "around", "aria-hidden": "true" },
    el("span", { class: "track" },
      el("i", { class: "zero", style: `left:${place(0)}` }),
      el("i", { class: "span", style: `left:${place(low)};width:calc(${place(high)} - ${place(low)})` }),
      el("i", { class: "here", style: `left:${place(value)}` }),
      truth === undefined ? null : el("i", { class: "truth", style: `left:${place(truth)}` })),
    el("span", { class: "ends soft" }, el("span", {}, said(from)), el("span", { style: `position:absolute;left:${place(0)};transform:translateX(-50%)` }, "0"), el("span", {}, `+${to}`)));
}

function fixPart({ now, choose, start }) {
  const orders = choiceList({ legend: "Which orders are counted", choices: start.orders, chosen: start.orders.indexOf(now().orders) });
  orders.node.addEventListener("input", () => choose({ orders: start.orders[orders.value()] }));
  const drop = dial({ label: "The smallest drop worth knowing about", unit: "contacts per 100 orders", low: 1, high: 15, start: now().drop, step: 1 });
  drop.node.addEventListener("input", () => { if (drop.value() !== null) choose({ drop: drop.value() }); });
  let most = null;
  let size = null;
  const sizeBox = el("div", {});
  const plan = el("p", { class: "told", role: "status" });
  const look = el("button", { type: "button", class: "primary", onclick: () => choose({ looks: now().looks + 1, at: now().size }) });
  const result = el("div", { role: "status" });
  const verdict = el("div", { class: "then" });
  const truth = el("div", { class: "then", tabindex: "-1" });
  const verdicts = choiceList({ legend: "Your verdict", choices: start.verdicts.map(({ text }) => text) });
  const commit = el("button", { type: "button", class: "primary", disabled: true, onclick: () => choose({ verdict: start.verdicts[verdicts.value()].name }) }, "Commit and open the books");
  verdicts.node.addEventListener("input", () => { commit.disabled = verdicts.value() === null; });
  verdict.append(verdicts.node, el("div", { class: "line" }, commit));

  const draw = (view) => {
    const focused = document.activeElement === commit;
    if (most !== view.most) { // other orders: another end of the dial
      most = view.most;
      size = dial({ label: "How many are watched", unit: "orders in each half", low: view.step, high: most, start: now().size, step: view.step });
      size.node.addEventListener("input", () => { if (size.value() !== null && size.value() % view.step === 0) choose({ size: size.value() }); });
      sizeBox.replaceChildren(size.node);
    }
    plan.textContent = view.plan;
    look.textContent = now().looks ? "Look again" : "Run the test";
    look.hidden = Boolean(view.result);
    const it = view.result;
    result.replaceChildren(...(it ? [
      around({ ...it, truth: view.truth ? view.truth.effect : undefined, from: -15, to: 40 }),
      el("p", { class: "told" }, it.sentence), el("p", { class: "told outcome" }, `${it.clear[0].toUpperCase()}${it.clear.slice(1)}.`),
      view.looks ? el("p", { class: "soft" }, view.looks) : null].filter(Boolean) : []));
    verdict.hidden = !it || Boolean(view.truth);
    truth.replaceChildren(...(view.truth ? [card({ tone: view.truth.right ? "good" : "warn", word: view.truth.right ? "the data bear it" : "the data do not", title: view.truth.title, why: view.truth.why })] : []));
    truth.hidden = !view.truth;
    if (focused && view.truth) truth.focus();
  };
  return { draw, node: el("div", { class: "two" },
    el("div", { class: "asking" }, orders.node, drop.node, sizeBox, plan),
    el("div", {}, el("p", { class: "lede" }, "Fewer contacts per 100 orders in the half with the old carrier. The band is the 95 % interval."), el("div", { class: "line" }, look), result, verdict, truth)) };
}

function bannerPart({ now, choose }) {
  let frame = null;
  const figure = el("div", {});
  const told = el("p", { class: "told", role: "status" });
  const so = el("p", { class: "told outcome", tabindex: "-1" });
  const why = el("p", { class: "told" });
  const alarms = bars({ label: "", rows: [] });
  const next = el("button", { type: "button", class: "primary", onclick: () => choose({ week: now().week + 1 }) });
  const stop = el("button", { type: "button", class: "second", onclick: () => choose({ stopped: now().week }) }, "Stop: it works");
  const draw = ({ banner: { weeks, lines, told: words, over, so: truth, why: reasons, bars: rows } }) => {
    const focused = [next, stop].includes(document.activeElement);
    const week = now().week;
    const data = {
      label: "Fewer contacts with the banner", yLabel: "contacts per 100 orders", xLabel: "week", xFrom: 1, xTo: weeks, yFrom: -15, yTo: 25,
      lines: [["high", "upper end", "f"], ["difference", "difference", "accent"], ["low", "lower end", "f"]].map(([key, name, tone]) => ({ name, tone, points: lines[key] })),
      marks: [{ y: 0, text: "" }], summary: words,
    };
    if (frame) frame.draw(data);
    else if (lines.difference.length) figure.append((frame = chart(data)).node);
    told.textContent = week ? "" : `Half of the customers get a new banner in their mail. It is to run for ${weeks} weeks. Watch, and stop when you are sure.`;
    next.textContent = week ? "Another week" : "Watch the first week";
    next.hidden = stop.hidden = over;
    stop.disabled = !week;
    so.textContent = truth;
    why.textContent = reasons;
    so.hidden = why.hidden = !over;
    alarms.node.hidden = !over;
    if (rows) alarms.draw(rows);
    if (focused && over) so.focus();
  };
  return { draw, node: el("div", {}, told, el("div", { class: "line" }, next, stop), figure, so, why, alarms.node) };
}

function render({ model, el: root }) {
  root.classList.add("ec");
  const { now, choose, follow, trouble } = chooser({ model, root });
  const parts = [["The fix", fixPart], ["The banner", bannerPart]].map(([title, part]) => ({ title, ...part({ now, choose, start: model.get("view") }) }));
  const tabs = el("nav", { class: "tabs", "aria-label": "Trials" });
  root.append(el("h3", {}, "ABTest"), tabs, ...parts.map(({ node }) => node), trouble);
  const show = (open) => {
    tabButtons(tabs, parts.map(({ title }) => title), open, show);
    parts.forEach(({ node }, i) => { node.hidden = i !== open; });
  };
  show(0);
  follow((view) => { for (const { draw } of parts) draw(view); });
}

export default { render };
