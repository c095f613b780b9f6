const PAUSE = 40; // ms without a keystroke before Python is asked

function offer(text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  el("a", { href: address, download: "rehearsals.ics" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

function render({ model, el: root }) {
  root.classList.add("ec");
  const id = uid("planner");
  let timer = null;
  const set = (name, value) => {
    model.set(name, value);
    model.save_changes();
  };
  const day = el("input", { id, type: "date", oninput: () => set("interview", day.value) });
  day.value = model.get("interview");
  const stories = el("textarea", { id: `${id}-stories`, class: "lines", rows: 4, oninput: () => {
    clearTimeout(timer);
    timer = setTimeout(() => set("stories", stories.value), PAUSE);
  } });
  stories.value = model.get("stories");
  const said = el("div", { role: "status" });
  const strip = el("div", { class: "strip", "aria-hidden": "true" });
  const ends = el("div", { class: "ends soft", "aria-hidden": "true" });
  const list = el("ol", { class: "plan", "aria-label": "Rehearsals to come" });
  const more = el("p", { class: "soft" });
  const save = el("button", { type: "button", class: "second", onclick: () => model.send({ want: "ics" }) }, "Save as a calendar file");
  const plan = el("div", {}, list, more, el("div", { class: "line" }, save));
  const trouble = el("p", { class: "trouble", role: "alert" });

  root.append(
    el("h3", {}, "Planner"),
    el("p", { class: "lede" }, "Each story comes back at equal gaps until the day before the interview."),
    el("div", { class: "two" },
      el("div", {},
        el("label", { class: "lede", for: id }, "Day of the interview"), day,
        el("label", { class: "lede above", for: `${id}-stories` }, "Stories to rehearse, one a line; working titles will do"), stories,
        said, strip, ends),
      plan),
    trouble);

  const draw = () => {
    const view = model.get("view");
    said.replaceChildren(
      ...(view.message ? [el("p", { class: "told" }, view.message)] : []),
      ...(view.summary ? [el("p", { class: "told outcome" }, view.summary)] : []));
    strip.replaceChildren(...view.marks.map(({ place, past }) => el("i", { class: past ? "past" : null, style: `left:${place}%` })));
    ends.replaceChildren(...view.ends.map((it) => el("span", {}, it)));
    list.replaceChildren(...view.rows.map((row) => el("li", {},
      el("p", { class: "what" }, row.day, " ", el("span", { class: "word" }, row.away)),
      el("p", { class: "soft" }, row.items))));
    more.textContent = view.more;
    for (const part of [strip, ends, plan]) part.hidden = view.rows.length === 0;
    trouble.textContent = model.get("trouble");
  };
  model.on("change:view", draw);
  model.on("change:trouble", draw);
  model.on("msg:custom", ({ ics }) => { if (ics) offer(ics); });
  draw();
  return () => clearTimeout(timer);
}

export default { render };
