const TONES = { praise: "good", essential: "bad", actionable: "warn", informative: "note" };
const PAUSE = 40; // ms without a keystroke before Python is asked
const REST = { name: "rest", title: "Not placed yet", duty: "What an imported file holds beside the parts. Cut from here, paste where it belongs; it is not reviewed.", skeleton: "", bounds: "" };

function offer(name, type, data) {
  const address = URL.createObjectURL(new Blob([data], { type }));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

function cardOf(finding, onselect) {
  const { edit } = finding;
  return card({
    tone: TONES[finding.severity], word: finding.word, title: finding.message,
    why: [finding.quote, finding.hint].filter(Boolean).join(" "),
    body: edit ? el("p", { class: "edit" }, edit.before, edit.cut ? el("del", {}, edit.cut) : null, el("ins", {}, edit.insert), edit.after) : null,
    onselect: finding.part ? onselect : null,
  });
}

function render({ model, el: root }) {
  root.classList.add("ec");
  const id = uid("press");
  let chosen = "heading";
  let shown = "review";
  let timer = null;
  let asked = 0;
  const texts = { ...model.get("texts") };

  const nav = el("div", { class: "parts", role: "group", "aria-label": "Parts" });
  const label = el("label", { class: "what", for: id });
  const duty = el("p", { class: "lede", id: `${id}-duty` });
  const field = el("textarea", { id, class: "lines", rows: 9, spellcheck: "true", "aria-describedby": `${id}-duty ${id}-room` });
  const room = el("p", { class: "soft", id: `${id}-room` });
  const skeleton = el("button", { type: "button", class: "second", onclick: () => { field.value = entry().skeleton; changed(); field.focus(); } }, "Use the skeleton");
  const budget = el("div", { class: "budget" });
  const tabs = el("div", { class: "tabs" }, ...[["review", "Review"], ["page", "Page"]].map(([name, title]) =>
    el("button", { type: "button", "data-tab": name, onclick: () => { shown = name; drawRight(); } }, title)));
  const right = el("div", {});
  const status = el("p", { class: "sr", role: "status" });
  const trouble = el("p", { class: "trouble", role: "alert" });

  const parts = () => [...model.get("view").parts, ...(texts.rest ? [REST] : [])];
  const entry = () => parts().find(({ name }) => name === chosen) || parts()[0];

  const send = () => {
    clearTimeout(timer);
    timer = null;
    asked = performance.now();
    model.set("texts", { ...texts });
    model.save_changes();
  };
  const changed = () => {
    texts[chosen] = field.value;
    clearTimeout(timer);
    timer = setTimeout(send, PAUSE);
  };
  field.addEventListener("input", changed);
  field.addEventListener("blur", () => { if (timer) send(); });

  const choose = (name) => {
    chosen = name;
    field.value = texts[chosen] || "";
    draw();
  };
  const select = ({ part, start, end }) => {
    choose(part);
    field.focus();
    // Python has cut the blanks in front of a part away
    const lead = field.value.length - field.value.trimStart().length;
    field.setSelectionRange(lead + codeUnits(field.value.trimStart(), start), lead + codeUnits(field.value.trimStart(), end));
  };

  const drawNav = () => {
    const listed = parts();
    // a button that is replaced between press and release hears no click: they stay as long as the parts do
    if (listed.map(({ name }) => name).join() !== [...nav.children].map((it) => it.dataset.part).join()) {
      nav.replaceChildren(...listed.map(({ name, title }) =>
        el("button", { type: "button", "data-part": name, onclick: () => choose(name) }, el("span", {}, title), el("span", { class: "soft" }))));
    }
    listed.forEach((it, place) => {
      const button = nav.children[place];
      button.setAttribute("aria-pressed", `${it.name === chosen}`);
      button.lastChild.textContent = it.name === "rest" ? "kept" : it.words ? `${it.level} of ${it.top}${it.state === "within" ? "" : `, ${it.state}`}` : "–";
    });
  };
  const drawEditor = () => {
    const it = entry();
    label.textContent = it.title;
    duty.textContent = it.duty;
    field.rows = it.rows || 9;
    room.textContent = it.bounds ? `${it.words} words of ${it.bounds}: ${it.state}.${it.unheard ? " A reviewer does not recognize this part where it stands: say in its first sentence what it is about." : ""}` : "";
    skeleton.hidden = !it.skeleton || Boolean(field.value.trim());
    budget.replaceChildren(...model.get("view").budget.map((row) => el("p", {},
      el("span", {}, `${row.title}: ${row.words} words, about ${row.pages} pages; ${row.state} (${row.goal})`),
      el("span", { class: "track", "aria-hidden": "true" }, el("i", { class: "here-to", style: `width:${row.percent}%` })))));
  };
  const review = (view) => {
    const mine = (it) => it.part === chosen;
    const here = view.findings.filter(mine);
    const others = view.findings.filter((it) => !mine(it));
    const group = (title, some) => some.length ? [title ? el("p", { class: "soft" }, title) : null, ...some.map((it) => cardOf(it, () => select(it)))] : [];
    return [
      el("div", { class: "facts" }, fact(`${view.score}`, "of 100"), fact(...view.verdict)),
      view.missing ? el("p", { class: "lede" }, view.missing) : null,
      el("div", { class: "cards", role: "group", "aria-label": "Findings; those with a place select it" },
        ...view.gates.map(({ message, cap }) => card({ tone: "bad", word: "Gate", title: message, why: `The score stays at or below ${cap}.` })),
        ...group(`In this part: ${entry().title}`, here), ...group(here.length ? "In the other parts" : "", others)),
      view.levels.length ? el("div", { class: "of-all" }, levels(view.levels)) : null,
    ].filter(Boolean);
  };
  const drawRight = () => {
    const view = model.get("view");
    for (const tab of tabs.children) tab.setAttribute("aria-pressed", `${tab.dataset.tab === shown}`);
    right.replaceChildren(...(shown === "page" ? [view.page.length ? pageOf(view.page, "The page as it will look") : el("p", { class: "soft" }, "The page is empty.")] : review(view)));
  };
  const draw = () => {
    drawNav();
    drawEditor();
    drawRight();
    const view = model.get("view");
    status.textContent = `${view.score} of 100, ${view.verdict[0]}.`;
    undo.hidden = !model.get("undo");
    if (asked) root.dataset.milliseconds = `${Math.round(performance.now() - asked)}`; // from asking Python to here
    root.dataset.drawn = `${Number(root.dataset.drawn || 0) + 1}`;
  };

  const save = (want, title) => el("button", { type: "button", class: "second", onclick: () => { if (timer) send(); model.send({ want }); } }, title);
  const take = (name, bytes) => { clearTimeout(timer); timer = null; model.send({ take: name }, undefined, [bytes]); };
  const file = el("input", { id: `${id}-file`, type: "file", accept: ".md,.txt,.docx,.markdown", onchange: async () => {
    if (file.files[0]) take(file.files[0].name, await file.files[0].arrayBuffer());
    file.value = "";
  } });
  const pasted = el("textarea", { class: "lines", rows: 4, "aria-label": "Text to take in" });
  const undo = el("button", { type: "button", class: "second", onclick: () => model.send({ want: "undo" }) }, "Bring back the draft from before");

  root.append(
    el("h3", {}, "PressRoom"),
    el("p", { class: "lede" }, "The press release of a product that does not exist yet, and the questions it has to survive. Kept on this machine as you type."),
    el("div", { class: "two" },
      el("div", {}, nav, label, duty, field, el("div", { class: "line" }, skeleton, room), budget,
        el("div", { class: "line" }, save("markdown", "Save as Markdown"), save("docx", "Save for Word"), save("html", "Save as a page")),
        reveal("Take in a draft that you have already",
          el("div", { class: "take" },
            el("label", { class: "lede", for: `${id}-file` }, "A file: Word, Markdown or text. It takes the place of the draft, which can be brought back."), file,
            el("p", { class: "lede above" }, "Or paste its text:"), pasted,
            el("div", { class: "line" },
              el("button", { type: "button", class: "second", onclick: () => { if (pasted.value.trim()) take("the pasted text", new TextEncoder().encode(pasted.value).buffer); } }, "Take in the pasted text"),
              undo))), trouble),
      el("div", {}, tabs, right)),
    status);

  model.on("change:view", draw);
  model.on("change:undo", draw);
  model.on("change:trouble", () => { trouble.textContent = model.get("trouble"); });
  model.on("change:texts", () => {
    if (timer) return; // the learner is typing; what is typed is newer
    const now = model.get("texts");
    if (JSON.stringify(now) === JSON.stringify(texts)) return;
    for (const name of Object.keys(texts)) delete texts[name];
    Object.assign(texts, now);
    if (chosen === "rest" && !texts.rest) chosen = "heading";
    if (field.value !== (texts[chosen] || "")) field.value = texts[chosen] || "";
    draw();
  });
  model.on("msg:custom", ({ file: name, type }, buffers) => { if (name) offer(name, type, buffers[0]); });
  trouble.textContent = model.get("trouble");
  choose(chosen);
  return () => { if (timer) send(); };
}

export default { render };
