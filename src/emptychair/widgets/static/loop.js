const BEAT = 450; // ms a week when it plays

function render({ model, el: root }) {
  root.classList.add("ec");
  const now = () => model.get("choice");
  const view = () => model.get("view");
  const body = el("div", {});
  const trouble = el("p", { class: "trouble", role: "alert" });
  root.append(
    el("h3", {}, "Loop"),
    el("p", { class: "lede" }, "One shop, the same 26 weeks, the same luck: the same people order on the same days and meet the same faults. Only the listening differs."),
    body, trouble);
  let timer = null;
  const keep = (part) => {
    model.set("choice", { ...now(), ...part });
    model.save_changes();
  };

  const predict = () => {
    const { policies, begin, low, high } = view();
    const dials = policies.map(({ name, what }) => ({ what, ...dial({ label: name, unit: "", low, high, start: Math.round(begin), step: 1 }) }));
    const commit = el("button", { type: "button", class: "primary", onclick: () => keep({ guess: dials.map((it) => it.value()) }) }, "Commit and begin");
    for (const { node } of dials) node.addEventListener("input", () => { commit.disabled = dials.some((it) => it.value() === null); });
    return [
      el("p", { class: "told" }, `Customers' trust stands at ${begin} of 100. Where will it stand after 26 weeks?`),
      ...dials.map(({ node, what }) => el("div", { class: "policy" }, node, el("p", { class: "soft" }, what))),
      el("div", { class: "line" }, commit, el("span", { class: "soft" }, "The weeks open once you have committed."))];
  };

  const play = () => {
    const { told, policies, weeks, measures } = view();
    let week = now().week;
    const measure = () => measures.find(({ name }) => name === now().measure);
    let frame = null;
    const figure = el("div", {});
    const said = el("p", { class: "told outcome", role: "status" });
    const log = el("ul", { class: "log", "aria-label": "What happened" });
    const cards = el("div", { class: "cards" });
    const end = el("p", { class: "told" });
    const button = (text, kind, act) => el("button", { type: "button", class: kind, onclick: act }, text);

    const stop = () => {
      clearInterval(timer);
      timer = null;
      running.textContent = "Play";
      if (week !== now().week) keep({ week });
    };
    const go = (to) => {
      week = Math.min(Math.max(to, 1), weeks);
      draw();
      if (week === weeks) stop();
    };
    const step = button("One week", "primary", () => { stop(); go(week + 1); keep({ week }); });
    const running = button("Play", "second", () => {
      if (timer) return stop();
      running.textContent = "Pause";
      timer = setInterval(() => go(week + 1), BEAT);
    });
    const last = button("To the end", "second", () => { stop(); go(weeks); keep({ week }); });
    const anew = button("From the start", "second", () => { stop(); go(1); keep({ week }); });
    const list = choiceList({ legend: "Watch", choices: measures.map(({ title }) => title), chosen: measures.indexOf(measure()) });
    list.node.classList.add("flat");
    list.node.addEventListener("input", () => { keep({ measure: measures[list.value()].name, week }); draw(); });

    const draw = () => {
      const started = performance.now();
      const { name, title, unit } = measure();
      const value = (i, at = week) => told.values[i][name][at - 1];
      const all = told.values.flatMap((it) => it[name]);
      const pad = (Math.max(...all) - Math.min(...all)) * 0.08;
      const data = {
        label: title, yLabel: unit, xLabel: "week", xFrom: 1, xTo: weeks,
        yFrom: name === "trust" || name === "orders" ? Math.floor(Math.min(...all) - pad) : 0, yTo: Math.ceil(Math.max(...all) + pad),
        marks: told.incidents.filter(({ x }) => x <= week),
        lines: policies.map((it, i) => ({ name: it.name, tone: it.tone, points: Array.from({ length: week }, (_, w) => [w + 1, value(i, w + 1)]) })),
        summary: `Week ${week}: ${policies.map((it, i) => `${it.name} ${value(i).toLocaleString("en-US")}`).join(", ")}.`,
      };
      if (frame) frame.draw(data);
      else figure.append((frame = chart(data)).node);
      said.textContent = `Week ${week} of ${weeks}`;
      const happened = told.events.flatMap((list, i) => list.filter(([when]) => when <= week).map(([when, what]) => ({ when, what, who: policies[i] })));
      happened.sort((a, b) => b.when - a.when);
      log.replaceChildren(...happened.map(({ when, what, who }) => el("li", { class: who.tone }, el("span", { class: "word" }, `week ${when}, ${who.name}`), " ", what)));
      if (!happened.length) log.replaceChildren(el("li", { class: "soft" }, "Nobody has found anything yet."));
      const over = week === weeks;
      cards.replaceChildren(...(over ? told.cards.map(({ near, word, title: what }) => card({ tone: near ? "good" : "warn", word, title: what })) : []));
      end.textContent = over ? told.summary : "";
      step.disabled = last.disabled = over;
      running.disabled = over;
      root.dataset.milliseconds = `${Math.round(performance.now() - started)}`;
    };
    draw();
    return [
      el("div", { class: "line" }, step, running, last, anew, said),
      list.node,
      el("div", { class: "two" }, figure, el("div", {}, el("p", { class: "what above" }, "Found and mended"), el("div", { class: "logged", tabindex: "0", role: "region", "aria-label": "Found and mended" }, log))),
      end, cards];
  };

  let open = null;
  const draw = () => {
    trouble.textContent = model.get("trouble");
    const told = Boolean(view().told);
    if (told === open) return; // weeks are drawn here, without asking Python
    const focused = root.contains(document.activeElement);
    body.replaceChildren(...(told ? play() : predict()));
    if (focused && open === false) body.querySelector("button").focus();
    open = told;
  };
  model.on("change:view", draw);
  model.on("change:trouble", draw);
  draw();
  return () => clearInterval(timer);
}

export default { render };
