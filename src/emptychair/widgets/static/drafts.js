// The drafts of an answer: keep one, choose one to compare with, go back to one; what moved, in levels and in words.
function movedList({ moved, opened, shut }) {
  const lines = [
    ...opened.map((message) => ["Gate opened", message]),
    ...shut.map((message) => ["Gate shut", message]),
    ...moved.map(({ title, before, after }) => [after > before ? "Up" : "Down", `${title}: level ${before} to ${after}`]),
  ];
  return lines.length
    ? el("ul", { class: "moved" }, ...lines.map(([word, what]) => el("li", {}, el("span", { class: "word" }, word), " ", what)))
    : el("p", { class: "soft" }, "No level has moved yet, and no gate.");
}

function wordingOf(pieces) {
  const tag = { same: "span", cut: "del", new: "ins" };
  return el("p", { class: "wording" }, ...pieces.map(({ kind, text }) => el(tag[kind], {}, text)));
}

function draftsPanel({ keep, against, back }) {
  const id = uid("drafts");
  const choice = el("select", { id, onchange: () => against(Number(choice.value)) });
  const keepButton = el("button", { type: "button", class: "primary", onclick: keep }, "Keep this draft");
  const backButton = el("button", { type: "button", class: "second", onclick: () => back(Number(choice.value)) }, "Go back to it");
  const told = el("div", {});
  const wording = el("div", {});
  const words = reveal("The wording, old and new", wording); // made once, so that it stays open while one types
  const node = el("section", { class: "drafts", "aria-label": "Drafts" },
    el("div", { class: "line" }, keepButton,
      el("label", { class: "soft", for: id }, "Compare with"), choice, backButton),
    told);
  return {
    node,
    draw: (history) => {
      choice.replaceChildren(...history.drafts.map(({ title, score, words }, i) =>
        el("option", { value: `${i}`, selected: i === history.against }, `${title} (${score} of 100, ${words} words)`)));
      keepButton.disabled = history.kept || !history.text.trim();
      backButton.disabled = !history.revision;
      const { revision } = history;
      wording.replaceChildren(...(revision ? [wordingOf(revision.pieces)] : []));
      told.replaceChildren(...(revision
        ? [
            el("p", { class: "outcome above" }, `${revision.gain} points since ${revision.since.toLowerCase()}`),
            movedList(revision),
            words,
          ]
        : [el("p", { class: "soft" }, "The text is the one that it is compared with. Change it, and what moved is shown here.")]));
    },
  };
}
