const PAUSE = 40; // ms without a keystroke before Python is told

function render({ model, el: root }) {
  root.classList.add("ec");
  const id = uid("mentor");
  let timer = null;
  const set = (name, value) => { model.set(name, value); model.save_changes(); };
  const text = el("textarea", { id: `${id}-text`, class: "lines", rows: 9, oninput: () => { clearTimeout(timer); timer = setTimeout(tell, PAUSE); }, onblur: () => { if (timer) tell(); } });
  const tell = () => { clearTimeout(timer); timer = null; set("text", text.value); };
  text.value = model.get("text");
  const kinds = [["star", "An interview answer"], ["prfaq", "A PR/FAQ"]];
  const kind = el("select", { id: `${id}-kind`, onchange: () => set("kind", kind.value) }, ...kinds.map(([value, name]) => el("option", { value }, name)));
  kind.value = model.get("kind");
  const returned = el("textarea", { id: `${id}-back`, class: "lines", rows: 4 });
  const file = el("input", { id: `${id}-file`, type: "file", accept: ".md,.txt,.eml,text/*", onchange: async () => {
    for (const one of file.files) model.send({ act: "read", sheet: await one.text() });
    file.value = "";
  } });
  const question = el("p", { class: "asked" });
  const open = el("p", { class: "soft", role: "status" });
  const summary = el("p", { class: "told" });
  const rows = el("tbody", {});
  const sheets = el("ul", { class: "plan" });
  const trouble = el("p", { class: "trouble", role: "alert" });
  const heads = ["Part", "You", "Mentor", "Machine", ""];

  root.append(el("h3", {}, "Mentor sheet"),
    el("p", { class: "lede" }, "Send the text with a blank form to somebody who hires people, and rate it yourself while you wait."),
    el("div", { class: "two" },
      el("div", {},
        question,
        el("label", { class: "lede", for: `${id}-kind` }, "What is it?"), kind,
        el("label", { class: "lede above", for: `${id}-text` }, "The text"), text,
        el("div", { class: "line" },
          el("button", { type: "button", class: "primary", onclick: () => model.send({ act: "save", form: "html" }) }, "Save the sheet as a page"),
          el("button", { type: "button", class: "second", onclick: () => model.send({ act: "save", form: "md" }) }, "as Markdown, for a mail")),
        el("label", { class: "lede above", for: `${id}-file` }, "What came back, as files"), file,
        el("label", { class: "lede above", for: `${id}-back` }, "or pasted from a mail"), returned,
        el("div", { class: "line" }, el("button", { type: "button", class: "second", onclick: () => { model.send({ act: "read", sheet: returned.value }); } }, "Read the ratings")),
        sheets),
      el("div", {}, open, summary, el("div", { class: "ratings" }, el("table", {},
        el("caption", { class: "sr" }, "Three views of one text"),
        el("thead", {}, el("tr", {}, ...heads.map((name) => name ? el("th", { scope: "col" }, name) : el("td", {})))), rows)))),
    trouble);

  const rate = (row) => {
    const levelsOf = Array.from({ length: row.high - row.low + 1 }, (_, i) => row.low + i);
    const select = el("select", { "aria-label": `Your rating: ${row.title}`, onchange: () => {
      const { [row.name]: _old, ...rest } = model.get("learner");
      set("learner", select.value === "" ? rest : { ...rest, [row.name]: Number(select.value) });
    } }, el("option", { value: "" }, "–"), ...levelsOf.map((level) => el("option", { value: `${level}` }, `${level}`)));
    select.value = row.learner === null ? "" : `${row.learner}`;
    return select;
  };
  const number = (value) => (value === null ? "–" : `${Math.round(10 * value) / 10}`);

  const draw = () => {
    const view = model.get("view");
    const focused = root.contains(document.activeElement) ? document.activeElement.getAttribute("aria-label") : null;
    question.textContent = view.question;
    open.textContent = view.open;
    summary.textContent = view.summary;
    rows.replaceChildren(...view.rows.map((row) => el("tr", { class: row.wide ? "wide" : null },
      el("th", { scope: "row" }, row.title), el("td", {}, rate(row)), el("td", {}, number(row.mentor)), el("td", {}, row.machine === null ? "?" : number(row.machine)),
      el("td", { class: "soft" }, row.words || `${row.low} to ${row.high}`))));
    sheets.replaceChildren(...view.sheets.map(({ rater, rated, comment }, index) => el("li", {},
      el("p", { class: "what" }, `${rater}, ${rated} rating${rated === 1 ? "" : "s"}`), comment ? el("p", { class: "soft" }, `“${comment}”`) : null,
      el("div", { class: "line" }, el("button", { type: "button", class: "second", onclick: () => model.send({ act: "forget", index }) }, "Forget this sheet", el("span", { class: "sr" }, ` of ${rater}`))))));
    if (focused) root.querySelector(`[aria-label="${focused}"]`)?.focus();
  };
  model.on("change:view", draw);
  model.on("change:trouble", () => { trouble.textContent = model.get("trouble"); });
  model.on("msg:custom", ({ file: saved }) => { if (saved) saveFile(saved); });
  trouble.textContent = model.get("trouble");
  draw();
  return () => { if (timer) tell(); };
}

export default { render };
