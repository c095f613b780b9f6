const KINDS = { hit: ["good", "Hit"], missed: ["warn", "Missed"], "false alarm": ["note", "False alarm"] };

function render({ model, el: root }) {
  root.classList.add("ec");
  const views = () => model.get("views");
  let at = Math.max(0, views().findIndex(({ told }) => !told));
  let here = 0; // the word that the Tab key reaches; arrow keys move it
  const tabs = el("div", { class: "tabs" });
  const text = el("div", {});
  const right = el("div", {});
  const trouble = el("p", { class: "trouble", role: "alert" });

  const view = () => views()[at];
  const say = (change) => {
    const { name, marks, told } = view();
    model.set("said", { ...model.get("said"), [name]: { marks, told, ...change } });
    model.save_changes();
  };
  const toggle = (i) => {
    const { marks } = view();
    here = i;
    say({ marks: marks.includes(i) ? marks.filter((it) => it !== i) : [...marks, i].sort((a, b) => a - b) });
  };
  const move = (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const words = [...text.querySelectorAll("button")];
    here = Math.min(words.length - 1, Math.max(0, here + step));
    words.forEach((word, i) => word.setAttribute("tabindex", i === here ? "0" : "-1"));
    words[here].focus();
  };

  const wordOf = ({ word }, i, it) => (it.told
    ? el("span", { class: `word-of ${it.kinds[i].replace(" ", "-")}` }, word, it.kinds[i] ? el("span", { class: "sr" }, ` (${it.kinds[i]})`) : null)
    : el("button", { type: "button", class: "word-of", "aria-pressed": `${it.marks.includes(i)}`, tabindex: i === here ? "0" : "-1", onclick: () => toggle(i) }, word));

  const drawText = (it) => {
    const focused = text.contains(document.activeElement);
    text.replaceChildren(el("p", { class: "hunting", role: "group", "aria-label": `Text of ${it.job}; arrow keys go from word to word, Space marks`, onkeydown: it.told ? null : move },
      ...it.pieces.flatMap((piece, i) => [piece.before, piece.word ? wordOf(piece, i, it) : null]).filter(Boolean)));
    if (focused && !it.told) text.querySelectorAll("button")[here]?.focus();
  };
  const drawRight = (it) => {
    if (!it.told) {
      const marked = it.marks.length;
      right.replaceChildren(
        el("p", { class: "told" }, "Mark every word that dodges, praises, or pads. A number is none; neither is “how many”, “at most”, or the month of May."),
        el("p", { class: "soft", role: "status" }, `${marked} word${marked === 1 ? "" : "s"} marked.`),
        el("div", { class: "line" }, el("button", { type: "button", class: "primary", disabled: marked === 0, onclick: () => { say({ told: true }); } }, "Compare with the reader")));
      return;
    }
    right.replaceChildren(
      el("p", { class: "outcome", tabindex: "-1" }, it.summary),
      el("div", { class: "cards" }, ...it.calls.map(({ kind, title, why }) => card({ tone: KINDS[kind][0], word: KINDS[kind][1], title, why }))),
      it.mended ? reveal("The same text, mended", el("p", { class: "told" }, it.mended)) : null);
  };
  let toldBefore = false;
  const draw = () => {
    const it = view();
    if (views().length > 1) {
      tabs.replaceChildren(...views().map(({ job, told }, i) => el("button", { type: "button", "aria-pressed": `${i === at}`, onclick: () => { at = i; here = 0; toldBefore = view().told; draw(); tabs.querySelector("[aria-pressed=true]").focus(); } },
        job, " ", el("span", { class: "soft" }, told ? "compared" : ""))));
    }
    const inside = root.contains(document.activeElement);
    drawText(it);
    drawRight(it);
    if (it.told && !toldBefore && inside) right.querySelector(".outcome").focus(); // the button is gone; do not lose the keyboard's place
    toldBefore = it.told;
    trouble.textContent = model.get("trouble");
  };
  root.append(el("h3", {}, "WeaselHunt"), el("p", { class: "lede" }, "Which words would a reader in a hurry cross out, and ask for a number instead?"), tabs, el("div", { class: "two" }, text, right), trouble);
  model.on("change:views", draw);
  model.on("change:trouble", draw);
  toldBefore = view().told;
  draw();
}

export default { render };
