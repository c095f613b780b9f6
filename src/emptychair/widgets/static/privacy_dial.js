const PAUSE = 40; // ms without a keystroke before Python is asked

function render({ model, el: root }) {
  root.classList.add("ec");
  const id = uid("privacy");
  let timer = null;
  const set = (name, value) => {
    model.set(name, value);
    model.save_changes();
  };
  const keep = dial({ label: "Weeks of data that are kept about each customer", unit: "weeks", low: 0, high: 78, start: model.get("weeks"), step: 1 });
  const leak = dial({ label: "Chance of a leak in half a year. One in 78 weeks is on record", unit: "%", low: 0, high: 100, start: model.get("chance"), step: 1 });
  for (const [name, it] of [["weeks", keep], ["chance", leak]]) it.node.addEventListener("input", () => { if (it.value() !== null) set(name, it.value()); });
  const reason = el("textarea", { id, class: "lines", rows: 3, oninput: () => {
    clearTimeout(timer);
    timer = setTimeout(() => set("reason", reason.value), PAUSE);
    decide.disabled = !reason.value.trim();
  } });
  reason.value = model.get("reason");
  const decide = el("button", { type: "button", class: "primary", disabled: !reason.value.trim(), onclick: () => {
    clearTimeout(timer);
    set("reason", reason.value);
    model.send({ decide: true });
  } }, "Decide");
  const named = el("ul", { class: "named", "aria-label": "What your reason names" });
  const facts = el("div", { class: "facts" });
  const expected = el("p", { class: "told", role: "status" });
  const extra = el("p", { class: "soft" });
  const told = el("div", {});
  const trouble = el("p", { class: "trouble", role: "alert" });
  const shown = () => {
    const { line, summary, weeks } = model.get("view");
    return { label: "What keeping data longer buys", xLabel: "weeks of data kept", yLabel: "guessed right, %", yFrom: 0, yTo: 25, xFrom: 0, xTo: 78,
      lines: [{ name: "right guesses", points: line, tone: "accent", dots: true }], marks: [{ x: weeks, text: `${weeks} weeks` }], summary };
  };
  const frame = chart(shown());

  root.append(
    el("h3", {}, "PrivacyDial"),
    el("p", { class: "lede" }, "The more the shop remembers, the better it guesses, and the more can leak."),
    el("div", { class: "two" },
      el("div", {}, keep.node, frame.node, facts),
      el("div", {},
        leak.node, expected, extra,
        el("label", { class: "lede above", for: id }, "How long would you keep it, and why? Two sentences to a customer who asks."), reason,
        named,
        el("div", { class: "line" }, decide, el("span", { class: "soft" }, "Then it leaks.")),
        told)),
    trouble);

  const draw = () => {
    const view = model.get("view");
    facts.replaceChildren(...view.facts.map(([value, label]) => fact(value, label)));
    expected.textContent = view.expected;
    extra.textContent = view.extra;
    named.replaceChildren(...model.get("checks").map(({ name, there }) => el("li", { class: there ? "there" : null }, `${there ? "names" : "does not name"} ${name}`)));
    frame.draw(shown());
    const { outcome, weeks } = model.get("decided");
    told.replaceChildren(...(outcome ? [el("p", { class: "told outcome", tabindex: "-1" }, `You decided on ${weeks} ${weeks === 1 ? "week" : "weeks"}.`), el("p", { class: "told" }, outcome)] : []));
    trouble.textContent = model.get("trouble");
  };
  for (const name of ["view", "checks", "decided", "trouble"]) model.on(`change:${name}`, draw);
  draw();
  return () => clearTimeout(timer);
}

export default { render };
